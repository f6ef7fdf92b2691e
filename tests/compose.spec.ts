// docker-compose.yml and its Dockerfile, as far as they can be judged without Docker: what they name exists, what they
// set is what services read, and nothing collides.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseServiceConfig, SERVICE_ENVIRONMENT } from '#libs/adapters';
import { hashOf, parseKeys } from '../apps/gateway/src/asking/key-ring';
import { gatewayConfig } from '../apps/gateway/src/gateway-config';
import { environmentOf, GATEWAY, MEMORY, PAGE_PORT, rosterOf, SERVICES } from '../apps/stack/src/roster';

const ROOT = resolve(__dirname, '..');

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const seconds = z.string().regex(/^\d+s$/);
const healthcheckSchema = z.strictObject({
  test: z.tuple([z.literal('CMD')], z.string()),
  ...{ interval: seconds, timeout: seconds, retries: z.int().positive(), start_period: seconds },
});
// Only keys that are used: a misspelt one is refused, as Docker would.
const serviceSchema = z.strictObject({
  image: z.string().regex(/^[\w/-]+(:[\w.-]+)?$/),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  profiles: z.array(z.enum(['servers', 'stack'])).min(1),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).default([]),
  // Of our own, or a folder of the project that is only read.
  volumes: z.array(z.string().regex(/^([a-z]+:\/[^\s:]+|\.\/deploy\/\S+:\/\S+:ro)$/)).default([]),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).default({}),
  healthcheck: healthcheckSchema,
  user: z.string().optional(),
  read_only: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  init: z.boolean().optional(),
  mem_limit: z.string().regex(/^\d+[mg]$/),
  restart: z.literal('on-failure'),
  stop_signal: z.literal('SIGINT').optional(),
  stop_grace_period: seconds,
});
const composeSchema = z.strictObject({
  name: z.literal('resumption'),
  'x-service': z.unknown(),
  'x-environment': z.unknown(),
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});

/** As Docker reads it where nothing is set: `${NAME:-otherwise}`. */
const interpolated = (text: string): string => text.replaceAll(/\$\{\w+:-(.*?)\}/g, '$1');

const compose = composeSchema.parse(parse(interpolated(read('docker-compose.yml')), { merge: true }));
const entries = Object.entries(compose.services);
const serviceNames: readonly string[] = SERVICES;
const ours = entries.filter(([name]) => serviceNames.includes(name));
const servers = entries.filter(([name]) => !serviceNames.includes(name));

/** Ports that a container listens on, as its own settings say. */
const LISTENING: Readonly<Record<string, readonly number[]>> = {
  kafka: [...(compose.services.kafka.environment.KAFKA_LISTENERS ?? '').matchAll(/:(\d+)/g)].map((port) =>
    Number(port[1]),
  ),
  postgres: [5432],
  redis: [6379],
};
const portsOf = (name: string): readonly number[] => LISTENING[name] ?? [8080];

describe('the containers', () => {
  it('are three servers and every service of a stack', () => {
    expect(servers.map(([name]) => name)).toEqual(['kafka', 'postgres', 'redis']);
    expect(ours.map(([name]) => name).sort()).toEqual([...SERVICES].sort());
  });

  it('publish no port twice, and only ports that are listened on', () => {
    const published = entries.flatMap(([name, { ports }]) => ports.map((port) => [name, ...port.split(':')] as const));
    const outside = published.map(([, , port]) => port);
    expect(new Set(outside).size).toBe(outside.length);
    for (const [name, , , inside] of published) expect(portsOf(name)).toContain(Number(inside));
  });

  it('wait only for containers of their own profiles, which tell whether they are healthy', () => {
    for (const [, { depends_on: awaited, profiles }] of entries) {
      for (const name of Object.keys(awaited))
        expect(compose.services[name]?.profiles).toEqual(expect.arrayContaining(profiles));
    }
    expect(ours.every(([, { depends_on: awaited }]) => Object.keys(awaited).length === servers.length)).toBe(true);
  });

  it('keep data in volumes that are declared', () => {
    const used = entries
      .flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0]))
      .filter((name) => !name.startsWith('./'));
    expect([...used].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('have root file systems that cannot be written, but for Kafka, which writes its settings', () => {
    expect(entries.filter(([, one]) => !one.read_only).map(([name]) => name)).toEqual(['kafka']);
    expect(entries.every(([, one]) => !one.read_only || one.tmpfs.includes('/tmp'))).toBe(true);
  });

  it('are not root', () => {
    // Kafka's image has a user of its own; of our image the Dockerfile says so, below.
    for (const name of ['postgres', 'redis']) expect(compose.services[name].user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });
});

const told = {
  port: 8080,
  gatewayFolder: '/',
  peers: new Map<string, number>(),
  addresses: { kafka: [], replication: 1, prefix: '', postgresUrl: '', redisUrl: '' },
};

describe.each(ours)('the service %s', (name, service) => {
  const understood = (environment: Record<string, string>) =>
    name === GATEWAY ? { ...gatewayConfig(environment), kafkaBrokers: [] } : parseServiceConfig(environment);

  it('runs a script of the build', () => {
    const [program, script] = service.command ?? [];
    expect([program, script]).toEqual(['node', `dist/apps/${name}/src/main.js`]);
    expect(existsSync(join(ROOT, script))).toBe(true);
  });

  it('is told every name of its configuration, and no other', () => {
    const [member] = rosterOf(undefined).filter((one) => one.service === name);
    const names = Object.keys(environmentOf(member, told)).filter((one) => !(one in MEMORY));
    const besides = name === GATEWAY ? ['RESUMPTION_KEYS_FILE'] : ['OTEL_EXPORTER_OTLP_ENDPOINT'];
    expect(Object.keys(service.environment).sort()).toEqual([...names, ...besides].sort());
    if (name !== GATEWAY) expect(names.sort()).toEqual([...SERVICE_ENVIRONMENT].sort());
  });

  it('is told values that it takes, and addresses of containers', () => {
    const config = understood(service.environment);
    const addresses = [
      ...config.kafkaBrokers.map((broker) => `kafka://${broker}`),
      config.postgresUrl,
      config.redisUrl,
    ];
    for (const address of addresses.map((one) => new URL(one))) {
      expect(Object.keys(service.depends_on)).toContain(address.hostname);
      expect(portsOf(address.hostname)).toContain(Number(address.port));
    }
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = compose.services.postgres.environment;
    const { username, password, pathname } = new URL(config.postgresUrl);
    expect([username, password, pathname]).toEqual([POSTGRES_USER, POSTGRES_PASSWORD, `/${POSTGRES_DB}`]);
  });

  it('is asked for its health where it listens', () => {
    const { httpHost, httpPort } = understood(service.environment);
    expect(httpHost).toBe('0.0.0.0');
    expect(service.healthcheck.test.join(' ')).toContain(`http://127.0.0.1:${httpPort}/readyz`);
  });
});

describe('the gateway in a container', () => {
  const { environment, ports, volumes } = compose.services.gateway;
  const mounted = volumes.map((volume) => volume.split(':')[1]);

  it('shows the page where a stack without Docker does', () => {
    expect(ports).toEqual([`127.0.0.1:${PAGE_PORT}:8080`]);
  });

  it('keeps what it keeps in a volume, and reads its keys from a folder that is given', () => {
    const { folder, keysFile } = gatewayConfig(environment);
    expect(mounted).toContain(folder);
    expect(mounted).toContain(dirname(keysFile ?? ''));
  });

  it('knows where every other service says how it is', () => {
    const { services } = gatewayConfig(environment);
    const addresses = ours.map(([name]) => name).filter((name) => name !== GATEWAY);
    expect([...services]).toEqual(addresses.map((name) => [name, `http://${name}:8080`]));
  });

  it('may write there', () => {
    expect(read('deploy/Dockerfile')).toContain(`chown 1000:1000 ${environment.RESUMPTION_GATEWAY_FOLDER}`);
  });

  it('can be given a key by the command that the file names', () => {
    const keys = join(mkdtempSync(join(tmpdir(), 'resumption-keys-')), 'keys.json');
    const key = (...words: string[]) =>
      spawnSync(process.execPath, ['tools/key.mjs', keys, ...words], { cwd: ROOT, encoding: 'utf8' });
    const made = key('operator', 'operator');
    expect(key('Li Wei', 'planner').status).toBe(0);
    const kept = parseKeys(readFileSync(keys, 'utf8'), keys);
    expect(kept.map(({ name, role }) => [name, role])).toEqual([
      ['operator', 'operator'],
      ['Li Wei', 'planner'],
    ]);
    expect(kept[0].hash).toBe(hashOf(made.stdout.trim()));
    expect(key('Li Wei', 'planner')).toMatchObject({ status: 2, stdout: '' });
    expect(key('Zhang', 'owner').stderr).toContain('analyst, planner, developer, operator');
  });
});

describe('Kafka in a container', () => {
  const { image, environment } = compose.services.kafka;

  it('is the version that is started without Docker', () => {
    const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(read('deploy/kafka-local/pom.xml'))?.[1];
    expect(image).toBe(`apache/kafka:${version}`);
  });

  it('has a protocol and, but for the controller, an address outside for each of its listeners', () => {
    const namesIn = (list: string): string[] => list.split(',').map((part) => part.split(':')[0]);
    const listeners = namesIn(environment.KAFKA_LISTENERS);
    expect(namesIn(environment.KAFKA_LISTENER_SECURITY_PROTOCOL_MAP)).toEqual(listeners);
    expect(namesIn(environment.KAFKA_ADVERTISED_LISTENERS)).toEqual(listeners.filter((name) => name !== 'CONTROLLER'));
  });
});

describe('the image of the services', () => {
  const [{ build }] = ours.map(([, service]) => service);
  const lines = read(build?.dockerfile ?? '')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));
  const stages = lines.filter((line) => line.startsWith('FROM '));
  const lastStage = lines.slice(lines.lastIndexOf(stages.at(-1) ?? ''));

  it('is one for all', () => {
    expect(new Set(ours.map(([, service]) => JSON.stringify([service.image, service.build]))).size).toBe(1);
  });

  it('has several stages, on a Node that the project supports', () => {
    expect(stages.length).toBeGreaterThan(1);
    expect(stages.every((line) => line.startsWith('FROM node:20-'))).toBe(true);
  });

  it('takes from the project what exists and is not kept from it', () => {
    const copied = lines.filter((line) => /^COPY (?!--)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.length).toBeGreaterThan(3);
    const letIn = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const path of copied) {
      expect(existsSync(join(ROOT, path))).toBe(true);
      expect(letIn).toContain(path);
    }
  });

  it('takes from its stages only those that exist', () => {
    const named = stages.flatMap((line) => / AS (\w+)$/.exec(line)?.[1] ?? []);
    const from = lines.flatMap((line) => /^COPY --from=(\w+)/.exec(line)?.[1] ?? []);
    expect(from.length).toBeGreaterThan(0);
    for (const stage of from) expect(named).toContain(stage);
  });

  it('deals with memory as a stack without Docker does', () => {
    for (const [name, value] of Object.entries(MEMORY)) expect(lastStage).toContain(`ENV ${name}=${value}`);
  });

  it('ends as a user without rights', () => {
    expect(lastStage.filter((line) => line.startsWith('USER ')).at(-1)).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
  });
});

describe('the state that commands read to reach the containers', () => {
  it('names addresses that are published', () => {
    const state = JSON.parse(read('deploy/compose/stack.json')) as Record<'postgresUrl' | 'redisUrl', string> & {
      kafka: string[];
    };
    const published = entries.flatMap(([, { ports }]) => ports.map((port) => port.replace(/:\d+$/, '')));
    const [broker] = state.kafka;
    for (const host of [broker, new URL(state.postgresUrl).host, new URL(state.redisUrl).host]) {
      expect(published).toContain(host);
    }
    expect(compose.services.kafka.environment.KAFKA_ADVERTISED_LISTENERS).toContain(broker);
  });
});
