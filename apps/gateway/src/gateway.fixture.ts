// A gateway on a port, over stores in memory, with a key of each role.
import { gatewayMetrics, InProcessLiveFeed, memoryStores, type Stores } from '#libs/adapters';
import { ROLES, type Role } from '#libs/api';
import { jsonLogger } from '#libs/services';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, unchecked. */
  json<T = Record<string, unknown>>(): T;
}

export const KEYS = Object.fromEntries(
  [...ROLES, 'other'].map((name) => [name, `${name}-${'k'.repeat(40)}`]),
) as OpenedGateway['keys'];

type Opening = Partial<GatewayConfig> & {
  readonly stores?: Stores;
  readonly host?: string;
  /** A page of one line. */
  readonly hasPage?: boolean;
};

/** @param opening as the gateway's configuration; with a file of keys unless it says otherwise */
export async function aGateway(opening: Opening = {}): Promise<OpenedGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-gateway-'));
  const keysFile = join(folder, 'keys.json');
  const kept = Object.entries(KEYS).map(([name, key]) => {
    return { name, role: name === 'other' ? 'planner' : name, hash: hashOf(key) };
  });
  writeFileSync(keysFile, JSON.stringify(kept));
  try {
    const opened = await openedAt(folder, { keysFile, ...opening });
    return {
      ...opened,
      async close() {
        await opened.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Opens one on a folder that is there, and leaves it there. */
export async function openedAt(folder: string, opening: Opening): Promise<OpenedGateway> {
  const { stores = memoryStores(), host = '127.0.0.1', hasPage = false, ...config } = opening;
  const pageFolder = join(folder, 'page');
  if (hasPage) {
    mkdirSync(join(pageFolder, 'assets'), { recursive: true });
    writeFileSync(join(pageFolder, 'index.html'), PAGE);
    writeFileSync(join(pageFolder, 'assets', 'index-0a1b2c3d.js'), 'export {};');
  }
  const gateway = await openGateway({
    ...{ stores, feed: new InProcessLiveFeed(), folder, metrics: await gatewayMetrics() },
    config: { localSession: false, pageFolder, ...config },
    logger: jsonLogger('gateway', 'error'),
    live: () => 'embedded',
  });
  const close = async (): Promise<void> => {
    await gateway.stop();
    await stores.close();
  };
  try {
    const port = await gateway.start({ host, port: 0 });
    const url = `http://127.0.0.1:${port}`;
    return {
      ...{ url, stores, folder, keys: KEYS, close },
      ask: (key, method, path, given) => ask(url + path, method, key, given),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const PAGE = '<!doctype html><title>Resumption</title><script>document.title = "R";</script>';

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
