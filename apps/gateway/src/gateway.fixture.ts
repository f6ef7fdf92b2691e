// A gateway on a port, over stores in memory, with a key of each role.
import { gatewayMetrics, InProcessLiveFeed, memoryStores, type Stores } from '#libs/adapters';
import { ROLES, type Role } from '#libs/api';
import { jsonLogger } from '#libs/services';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from './asking/key-ring';
import { openGateway, type GatewayConfig } from './gateway';

export interface OpenedGateway {
  readonly url: string;
  readonly stores: Stores;
  readonly folder: string;
  /** Keys by name: one of each role, and another planner. */
  readonly keys: Readonly<Record<Role | 'other', string>>;
  /** Asks with a key; without one where it is undefined. */
  ask(key: string | undefined, method: string, path: string, given?: Given): Promise<Answered>;
  close(): Promise<void>;
}

export interface Given {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, unchecked. */
  json<T = Record<string, unknown>>(): T;
}

export const KEYS = Object.fromEntries(
  [...ROLES, 'other'].map((name) => [name, `${name}-${'k'.repeat(40)}`]),
) as OpenedGateway['keys'];

/** @param config as the gateway's; with a file of keys unless it says otherwise */
export async function aGateway(config: Partial<GatewayConfig> & { stores?: Stores } = {}): Promise<OpenedGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-gateway-'));
  const keysFile = join(folder, 'keys.json');
  const kept = Object.entries(KEYS).map(([name, key]) => {
    return { name, role: name === 'other' ? 'planner' : name, hash: hashOf(key) };
  });
  writeFileSync(keysFile, JSON.stringify(kept));
  const stores = config.stores ?? memoryStores();
  const feed = new InProcessLiveFeed();
  const gateway = await openGateway({
    ...{ stores, feed, folder, metrics: await gatewayMetrics() },
    config: { keysFile, localSession: false, pageFolder: join(folder, 'page'), ...config },
    logger: jsonLogger('gateway', 'error'),
    live: () => 'embedded',
  });
  const port = await gateway.start({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${port}`;
  return {
    ...{ url, stores, folder, keys: KEYS },
    ask: (key, method, path, given) => ask(url + path, method, key, given),
    async close() {
      await gateway.stop();
      await stores.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ask(
  url: string,
  method: string,
  key: string | undefined,
  { body, headers }: Given = {},
): Promise<Answered> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const { status } = response;
  return { status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T };
}
