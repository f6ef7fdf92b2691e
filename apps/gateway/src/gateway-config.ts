// The configuration of the gateway's process, from environment variables, read once by main.ts.
import { join } from 'node:path';
import { LOG_LEVELS, projectRoot, type LogLevel } from '#libs/adapters';
import { InputError } from '#libs/messages';
import { z } from 'zod';

const urlOf = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `is no such address.|Write e.g. ${example}.`,
    );

// A message is `reason|mend`.
const environmentSchema = z.object({
  RESUMPTION_POSTGRES_URL: urlOf(['postgres:', 'postgresql:'], 'postgres://user:password@127.0.0.1:5432/resumption'),
  RESUMPTION_REDIS_URL: urlOf(['redis:', 'rediss:'], 'redis://127.0.0.1:6379'),
  RESUMPTION_TOPIC_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]{1,60}$/, 'is no prefix.|Write up to 60 letters, digits, ".", "_" or "-".')
    .default('resumption'),
  RESUMPTION_HTTP_HOST: z
    .string()
    .min(1, 'is empty.|Write an address to listen on, e.g. 127.0.0.1.')
    .default('127.0.0.1'),
  RESUMPTION_HTTP_PORT: z.coerce
    .number('is no port.|Write a number from 0 to 65535.')
    .int('is no port.|Write a number from 0 to 65535.')
    .min(0, 'is no port.|Write a number from 0 to 65535.')
    .max(65_535, 'is no port.|Write a number from 0 to 65535.')
    .default(3000),
  RESUMPTION_LOG_LEVEL: z.enum(LOG_LEVELS, `is no level.|Write one of ${LOG_LEVELS.join(', ')}.`).default('log'),
  RESUMPTION_GATEWAY_FOLDER: z.string().min(1, 'is empty.|Name a folder.').optional(),
  RESUMPTION_KEYS_FILE: z.string().min(1, 'is empty.|Name a file.').optional(),
  RESUMPTION_SERVICES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim().split('=')))
    .refine(
      (parts) => parts.every(([name, address]) => /^[\w-]{1,40}$/.test(name) && URL.canParse(address ?? '')),
      'is no list of services.|Write name=address, several with commas, e.g. plants=http://127.0.0.1:4001.',
    )
    .transform((parts) => new Map(parts.map(([name, address]): [string, string] => [name, address])))
    .optional(),
  RESUMPTION_LOCAL_SESSION: z.stringbool('is neither on nor off.|Write true or false.').default(false),
});

export interface GatewayProcessConfig {
  readonly postgresUrl: string;
  readonly redisUrl: string;
  readonly topicPrefix: string;
  readonly httpHost: string;
  /** 0: any free one. */
  readonly httpPort: number;
  readonly logLevel: LogLevel;
  readonly folder: string;
  readonly keysFile: string | undefined;
  readonly localSession: boolean;
  /** Where services say how they are, by name. */
  readonly services: ReadonlyMap<string, string>;
}

/** @throws InputError CFG_MISSING, CFG_VALUE */
export function gatewayConfig(environment: Readonly<Record<string, string | undefined>>): GatewayProcessConfig {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw faultOf(parsed.error.issues[0], environment);
  const { data } = parsed;
  return {
    postgresUrl: data.RESUMPTION_POSTGRES_URL,
    redisUrl: data.RESUMPTION_REDIS_URL,
    topicPrefix: data.RESUMPTION_TOPIC_PREFIX,
    httpHost: data.RESUMPTION_HTTP_HOST,
    httpPort: data.RESUMPTION_HTTP_PORT,
    logLevel: data.RESUMPTION_LOG_LEVEL,
    folder: data.RESUMPTION_GATEWAY_FOLDER ?? join(projectRoot(), '.resumption', 'gateway'),
    keysFile: data.RESUMPTION_KEYS_FILE,
    localSession: data.RESUMPTION_LOCAL_SESSION,
    services: data.RESUMPTION_SERVICES ?? new Map<string, string>(),
  };
}

function faultOf(issue: z.core.$ZodIssue, environment: Readonly<Record<string, string | undefined>>): InputError {
  const name = String(issue.path[0]);
  if (environment[name] === undefined) {
    const mend = 'Set it in the environment; `npm run stack -- up` and docker-compose.yml do.';
    return new InputError({ code: 'CFG_MISSING', path: name, reason: 'is not set.', mend });
  }
  // An address may carry a password, which does not belong into a log.
  const [reason, mend] = issue.message.split('|');
  return new InputError({ code: 'CFG_VALUE', path: name, reason: `the value ${reason}`, mend: mend ?? '' });
}
