// `resumption serve`: what it keeps, what it refuses, and what it tells of itself.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { resumption, scratch } from '../command';

const ROOT = resolve(__dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/cli/src/main.js');
const MINI = 'seeds/keqiao/mini.yaml';
const DAYS = 12;

jest.setTimeout(180_000);

interface Serving {
  readonly url: string;
  /** @returns the exit code */
  stop(): Promise<number | null>;
}

/** @param environment laid over ours */
async function serve(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...words], {
    cwd: ROOT,
    // eslint-disable-next-line no-restricted-properties -- handed on as it is
    env: { ...process.env, ...environment },
  });
  const gone = new Promise<number | null>((done) => child.once('exit', done));
  const url = await said(child, gone);
  return {
    url,
    stop() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

async function said(child: ChildProcess, gone: Promise<number | null>): Promise<string> {
  let text = '';
  const address = new Promise<string>((found) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        const [match] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
        if (match !== undefined) found(match);
      });
  });
  const found = await Promise.race([address, gone]);
  if (typeof found === 'string') return found;
  throw new Error(`serve ended with ${found}: ${text}`);
}

const textOf = async (url: string): Promise<string> => (await fetch(url)).text();

interface Span {
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

/** A collector of traces. */
async function collector(): Promise<{ readonly server: Server; readonly url: string; readonly spans: Span[] }> {
  const spans: Span[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
        resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
      };
      spans.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans };
}

describe('a machine on which serve runs', () => {
  const folder = scratch();
  const stack = ['--stack', folder] as const;
  let serving: Serving;
  let traces: Awaited<ReturnType<typeof collector>>;
  beforeAll(async () => {
    traces = await collector();
    serving = await serve(['--folder', folder], { OTEL_EXPORTER_OTLP_ENDPOINT: traces.url });
    expect(resumption('run', MINI, '--days', String(DAYS), ...stack)).toMatchObject({ code: 0 });
  });
  afterAll(async () => {
    await serving.stop();
    traces.server.close();
  });

  it('refuses a second one on the same folder, which would take its database away', () => {
    expect(resumption('serve', '--port', '0', '--folder', folder)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^STK_RUNNING .+ a process serves from there\. Stop it first/) as string,
    });
  });

  it('names a port that is taken, and what to do', () => {
    const { port } = new URL(serving.url);
    const { code, err } = resumption('serve', '--port', port, '--folder', join(folder, 'other'));
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^STK_PORT_TAKEN --port: port ${port} is taken .+ --port ${Number(port) + 1}`));
    expect(existsSync(join(folder, 'other', 'postgres'))).toBe(false);
  });

  it('tells rates, losses and watermarks of the newest run, each metric described once', async () => {
    const text = await textOf(`${serving.url}/metrics`);
    const lines = text.split('\n');
    const last = DAYS - 1;
    expect(text).toContain(`resumption_watermark_day{source="plants/0",service="plants"} ${last}`);
    expect(text).toContain(`resumption_watermark_day{source="recovery/0",service="recovery"} ${last}`);
    expect(text).toMatch(/resumption_capacity_recovery_ratio\{sector="[a-z-]+",service="recovery"\} [\d.]+/);
    expect(text).toMatch(/resumption_lost_output_yuan_total\{sector="[a-z-]+",cause="[a-z-]+",service="recovery"\} \d/);
    expect(text).toMatch(/resumption_day_duration_seconds_count\{service="plants"\} 12/);
    const helps = lines.filter((line) => line.startsWith('# HELP')).map((line) => line.split(' ')[2]);
    expect(new Set(helps).size).toBe(helps.length);
  });

  it('says the same rates as the run’s own days', async () => {
    const [run] = JSON.parse(resumption('runs', '--json', ...stack).out) as { run: string }[];
    const cookie = (await fetch(serving.url)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const asked = `/v1/runs/${run.run}/metrics?scope=sector&from=${DAYS - 1}&to=${DAYS - 1}`;
    const rows = (await (await fetch(serving.url + asked, { headers: { cookie } })).json()) as {
      id: string;
      capacityRecovery: number;
    }[];
    const text = await textOf(`${serving.url}/metrics`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, capacityRecovery } of rows)
      expect(text).toContain(
        `resumption_capacity_recovery_ratio{sector="${id}",service="recovery"} ${capacityRecovery}`,
      );
  });

  it('sends one span for each day of each source, stops with exit code 0, and takes its state file with it', async () => {
    expect(await serving.stop()).toBe(0);
    const days = traces.spans.map(({ name, attributes }) => {
      const value = (key: string): unknown => Object.values(attributes.find((one) => one.key === key)?.value ?? {})[0];
      return `${name} ${String(value('stage'))}/${String(value('shard'))} ${String(value('day'))} ${String(value('attempt'))}`;
    });
    const stages = ['plants', 'logistics', 'markets', 'exporters', 'support', 'recovery'];
    const expected = stages.flatMap((stage) =>
      Array.from({ length: DAYS }, (_, day) => `${stage} day ${stage}/0 ${day} 1`),
    );
    expect([...days].sort()).toEqual([...expected].sort());
    expect(existsSync(join(folder, 'stack.json'))).toBe(false);
  });

  it('keeps what it has computed for the next start, and forgets it when it is told to', async () => {
    const runs = (): unknown[] => JSON.parse(resumption('runs', '--json', ...stack).out) as unknown[];
    serving = await serve(['--folder', folder]);
    expect(runs()).toHaveLength(1);
    await serving.stop();
    serving = await serve(['--folder', folder, '--reset']);
    expect(runs()).toEqual([]);
  });
});

describe('serve without the page', () => {
  const folder = scratch();

  it('answers how it is, and nothing else', async () => {
    const serving = await serve(['--folder', folder, '--no-page']);
    try {
      expect((await fetch(`${serving.url}/readyz`)).status).toBe(200);
      expect((await fetch(`${serving.url}/v1/scenarios`)).status).toBe(404);
      expect((await fetch(serving.url)).status).toBe(404);
    } finally {
      expect(await serving.stop()).toBe(0);
    }
  });
});
