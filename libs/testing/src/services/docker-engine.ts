// Whether a Docker engine answers. Asked before testcontainers is loaded: that takes half a second, and hangs for ever on
// a socket that accepts and never answers.
import { existsSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ANSWER_TIMEOUT_MS = 500;

/** @param environment DOCKER_HOST and XDG_RUNTIME_DIR say where else than in the usual places an engine may be */
export async function dockerAnswers(environment: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const answers = await Promise.all(placesOf(environment).map(ping));
  return answers.includes(true);
}

function placesOf({ DOCKER_HOST, XDG_RUNTIME_DIR }: Readonly<Record<string, string | undefined>>): RequestOptions[] {
  if (DOCKER_HOST !== undefined && DOCKER_HOST !== '') {
    const { protocol, hostname, port, pathname } = new URL(DOCKER_HOST);
    if (protocol === 'unix:') return [{ socketPath: pathname }];
    return [{ hostname, port: port === '' ? 2375 : port }];
  }
  const runtime = XDG_RUNTIME_DIR === undefined ? [] : ['docker.sock', 'podman/podman.sock'];
  return [
    '/var/run/docker.sock',
    join(homedir(), '.docker', 'run', 'docker.sock'),
    ...runtime.map((name) => join(XDG_RUNTIME_DIR ?? '', name)),
  ]
    .filter((path) => existsSync(path))
    .map((socketPath) => ({ socketPath }));
}

function ping(place: RequestOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ ...place, path: '/_ping', timeout: ANSWER_TIMEOUT_MS }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.once('close', () => resolve(false));
    asked.end();
  });
}
