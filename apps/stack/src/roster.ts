// Which services a stack has, how many processes of each, and what each is told.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '#libs/messages';

export const GATEWAY = 'gateway';

/** Control first: it makes the topics and tables that the others wait for. The gateway, which only reads, last. */
export const SERVICES = [
  ...(['control', 'plants', 'logistics', 'markets', 'exporters', 'support', 'recovery'] as const),
  GATEWAY,
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Where the page is, unless somebody else has the port. */
export const PAGE_PORT = 3000;

/** Whose shards can be shared out over several processes. */
const REPLICABLE: readonly ServiceName[] = ['plants', 'logistics', 'markets', 'exporters'];
const MAX_REPLICAS = 8;

export interface Addresses {
  readonly kafka: readonly string[];
  readonly replication: number;
  readonly prefix: string;
  readonly postgresUrl: string;
  readonly redisUrl: string;
}

/** One process of a service. */
export interface Member {
  /** `plants`, or `plants-0` where there are several. */
  readonly name: string;
  readonly service: ServiceName;
  readonly instance: number;
  readonly instances: number;
}

/**
 * Every process of the services, in the order of starting.
 * @param replicas `plants=2,markets=2`
 * @throws InputError STACK_REPLICAS
 */
export function rosterOf(replicas: string | undefined): Member[] {
  const counts = new Map<string, number>();
  for (const part of replicas === undefined ? [] : replicas.split(',')) {
    const [, name, digits] = /^\s*([a-z]+)=(\d{1,3})\s*$/.exec(part) ?? [];
    const count = Number(digits);
    if (!(REPLICABLE as readonly string[]).includes(name) || count < 1 || count > MAX_REPLICAS) throw badReplicas(part);
    counts.set(name, count);
  }
  return SERVICES.flatMap((service) => {
    const instances = counts.get(service) ?? 1;
    return Array.from({ length: instances }, (_, instance): Member => {
      return { name: instances === 1 ? service : `${service}-${instance}`, service, instance, instances };
    });
  });
}

function badReplicas(part: string): InputError {
  return new InputError({
    code: 'STACK_REPLICAS',
    path: '--replicas',
    reason: `${JSON.stringify(part.slice(0, 60))} is no number of processes.`,
    mend: `Write name=1..${MAX_REPLICAS} with a name out of ${REPLICABLE.join(', ')}; several with commas.`,
  });
}

/** The script of a service below the folder of built apps. @throws InputError STACK_NOT_BUILT */
export function scriptOf(apps: string, service: ServiceName): string {
  const script = join(apps, service, 'src', 'main.js');
  if (existsSync(script)) return script;
  const reason = `there is no ${script}.`;
  throw new InputError({ code: 'STACK_NOT_BUILT', path: service, reason, mend: 'Build first: npm run build' });
}

/**
 * How a process of a service deals with memory (decisions/0012; the image sets the same). Buffers of a day's records come
 * and go: glibc is to give each back when it is freed, instead of keeping a heap that only grows. V8's space for what is new
 * is 16 MB three times over where nobody says less.
 */
export const MEMORY = { MALLOC_MMAP_THRESHOLD_: '262144', NODE_OPTIONS: '--max-semi-space-size=4' } as const;

export interface Told {
  readonly port: number;
  readonly addresses: Addresses;
  /** Where the gateway keeps its key, and scenarios of one's own. */
  readonly gatewayFolder: string;
  /** Processes that the gateway asks how they are, by name: their ports. */
  readonly peers: ReadonlyMap<string, number>;
}

/** The environment of a process: `MEMORY`, and names of the schemas of service-config.ts and gateway-config.ts. */
export function environmentOf(member: Member, { port, addresses, gatewayFolder, peers }: Told): Record<string, string> {
  const common = {
    ...MEMORY,
    RESUMPTION_TOPIC_PREFIX: addresses.prefix,
    RESUMPTION_POSTGRES_URL: addresses.postgresUrl,
    RESUMPTION_REDIS_URL: addresses.redisUrl,
    RESUMPTION_HTTP_HOST: '127.0.0.1',
    RESUMPTION_HTTP_PORT: String(port),
    RESUMPTION_LOG_LEVEL: 'log',
  };
  if (member.service === GATEWAY) {
    const services = [...peers].map(([name, at]) => `${name}=http://127.0.0.1:${at}`).join(',');
    return { ...common, RESUMPTION_GATEWAY_FOLDER: gatewayFolder, RESUMPTION_SERVICES: services };
  }
  return {
    ...common,
    RESUMPTION_KAFKA_BROKERS: addresses.kafka.join(','),
    RESUMPTION_KAFKA_REPLICATION: String(addresses.replication),
    RESUMPTION_INSTANCE: String(member.instance),
    RESUMPTION_INSTANCES: String(member.instances),
  };
}
