// What a service is told by its surroundings: one schema over environment variables, read once by main.ts.
// docker-compose.yml and `npm run stack` set exactly these names.
import { z } from 'zod';
import { InputError } from '#libs/messages';

export const LOG_LEVELS = ['error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MAX_PORT = 65_535;
const MAX_INSTANCES = 8;

const BROKER = /^[^\s:,/]+:\d{1,5}$/;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `is no whole number.|Write a number from ${least} to ${most}.`)
    .transform(Number)
    .pipe(z.number().min(least, outside(least, most)).max(most, outside(least, most)));

const outside = (least: number, most: number): string => `is out of range.|Write a number from ${least} to ${most}.`;

const urlOf = (protocol: string, example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocol.split('|').includes(new URL(text).protocol),
      `is no such address.|Write e.g. ${example}.`,
    );

// A message is `reason|mend`; what is absent has neither default nor message and is told by `absent` below.
const environmentSchema = z.object({
  RESUMPTION_KAFKA_BROKERS: z
    .string()
    .transform((text) => text.split(',').map((broker) => broker.trim()))
    .refine(
      (brokers) => brokers.every((broker) => BROKER.test(broker)),
      'is no list of brokers.|Write host:port, several with commas, e.g. 127.0.0.1:9092.',
    ),
  RESUMPTION_KAFKA_REPLICATION: wholeNumber(1, 3).default(1),
  RESUMPTION_TOPIC_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]{1,60}$/, 'is no start of a topic name.|Write up to 60 letters, digits, ".", "_" or "-".')
    .default('resumption'),
  RESUMPTION_POSTGRES_URL: urlOf('postgres:|postgresql:', 'postgres://user:password@127.0.0.1:5432/resumption'),
  RESUMPTION_REDIS_URL: urlOf('redis:|rediss:', 'redis://127.0.0.1:6379'),
  RESUMPTION_HTTP_HOST: z
    .string()
    .min(1, 'is empty.|Write an address to listen on, e.g. 127.0.0.1.')
    .default('127.0.0.1'),
  RESUMPTION_HTTP_PORT: wholeNumber(0, MAX_PORT).default(0),
  RESUMPTION_INSTANCE: wholeNumber(0, MAX_INSTANCES - 1).default(0),
  RESUMPTION_INSTANCES: wholeNumber(1, MAX_INSTANCES).default(1),
  RESUMPTION_LOG_LEVEL: z.enum(LOG_LEVELS, `is no level.|Write one of ${LOG_LEVELS.join(', ')}.`).default('log'),
  // The name that everything that sends traces reads; empty or not set: none are sent.
  OTEL_EXPORTER_OTLP_ENDPOINT: urlOf('http:|https:', 'http://127.0.0.1:4318').or(z.literal('')).default(''),
});

/** Names of the environment variables that whoever starts a service sets. */
export const SERVICE_ENVIRONMENT: readonly string[] = Object.keys(environmentSchema.shape).filter((name) =>
  name.startsWith('RESUMPTION_'),
);

export interface ServiceConfig {
  /** host:port each, at least one. */
  readonly kafkaBrokers: readonly string[];
  /** Copies of each topic, 1 to 3. */
  readonly kafkaReplication: number;
  readonly topicPrefix: string;
  readonly postgresUrl: string;
  readonly redisUrl: string;
  readonly httpHost: string;
  /** 0: any free one. */
  readonly httpPort: number;
  /** Which of the service's instances this process is, from 0. */
  readonly instance: number;
  readonly instances: number;
  readonly logLevel: LogLevel;
  /** Where traces are sent; empty: nowhere. */
  readonly tracesUrl: string;
}

/**
 * The configuration of a service from its environment; variables with other names are left alone.
 * @throws InputError CFG_MISSING, CFG_VALUE, CFG_INSTANCE
 */
export function parseServiceConfig(environment: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw faultOf(parsed.error.issues[0], environment);
  const values = parsed.data;
  if (values.RESUMPTION_INSTANCE >= values.RESUMPTION_INSTANCES) throw noSuchInstance(values.RESUMPTION_INSTANCES);
  return {
    kafkaBrokers: values.RESUMPTION_KAFKA_BROKERS,
    kafkaReplication: values.RESUMPTION_KAFKA_REPLICATION,
    topicPrefix: values.RESUMPTION_TOPIC_PREFIX,
    postgresUrl: values.RESUMPTION_POSTGRES_URL,
    redisUrl: values.RESUMPTION_REDIS_URL,
    httpHost: values.RESUMPTION_HTTP_HOST,
    httpPort: values.RESUMPTION_HTTP_PORT,
    instance: values.RESUMPTION_INSTANCE,
    instances: values.RESUMPTION_INSTANCES,
    logLevel: values.RESUMPTION_LOG_LEVEL,
    tracesUrl: values.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

function faultOf(issue: z.core.$ZodIssue, environment: Readonly<Record<string, string | undefined>>): InputError {
  const name = String(issue.path[0]);
  const value = environment[name];
  if (value === undefined) {
    const mend = 'Set it in the environment; `npm run stack -- up` and docker-compose.yml do.';
    return new InputError({ code: 'CFG_MISSING', path: name, reason: 'is not set.', mend });
  }
  const [reason, mend] = issue.message.split('|');
  // An address may carry a password, which does not belong into a log.
  const shown = name.endsWith('_URL') ? 'the value' : JSON.stringify(value.slice(0, 60));
  return new InputError({ code: 'CFG_VALUE', path: name, reason: `${shown} ${reason}`, mend });
}

function noSuchInstance(instances: number): InputError {
  return new InputError({
    code: 'CFG_INSTANCE',
    path: 'RESUMPTION_INSTANCE',
    reason: `there are ${instances} instances, counted from 0.`,
    mend: `Write a number below RESUMPTION_INSTANCES (${instances}).`,
  });
}
