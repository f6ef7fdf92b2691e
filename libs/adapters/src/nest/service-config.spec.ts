import { parseServiceConfig, SERVICE_ENVIRONMENT } from './service-config';

const addresses = {
  RESUMPTION_KAFKA_BROKERS: '127.0.0.1:9092, other:9093',
  RESUMPTION_POSTGRES_URL: 'postgres://somebody:secret@127.0.0.1:5432/resumption',
  RESUMPTION_REDIS_URL: 'redis://127.0.0.1:6379',
};

const refusal = (environment: Record<string, string | undefined>) => {
  try {
    parseServiceConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

describe('the environment of a service', () => {
  it('needs the three addresses only', () => {
    expect(parseServiceConfig({ ...addresses, PATH: '/bin' })).toEqual({
      kafkaBrokers: ['127.0.0.1:9092', 'other:9093'],
      kafkaReplication: 1,
      topicPrefix: 'resumption',
      postgresUrl: 'postgres://somebody:secret@127.0.0.1:5432/resumption',
      redisUrl: 'redis://127.0.0.1:6379',
      httpHost: '127.0.0.1',
      httpPort: 0,
      instance: 0,
      instances: 1,
      logLevel: 'log',
      tracesUrl: '',
    });
  });

  it('may set all of it', () => {
    const all = {
      ...addresses,
      RESUMPTION_KAFKA_REPLICATION: '3',
      RESUMPTION_TOPIC_PREFIX: 'spring',
      RESUMPTION_HTTP_HOST: '0.0.0.0',
      RESUMPTION_HTTP_PORT: '8080',
      RESUMPTION_INSTANCE: '1',
      RESUMPTION_INSTANCES: '2',
      RESUMPTION_LOG_LEVEL: 'debug',
    };
    expect(Object.keys(all).sort()).toEqual([...SERVICE_ENVIRONMENT].sort());
    expect(parseServiceConfig(all)).toMatchObject({
      kafkaReplication: 3,
      topicPrefix: 'spring',
      httpHost: '0.0.0.0',
      httpPort: 8080,
      instance: 1,
      instances: 2,
      logLevel: 'debug',
    });
  });

  it.each(Object.keys(addresses))('is refused without %s, by its name', (name) => {
    expect(refusal({ ...addresses, [name]: undefined })).toMatch(new RegExp(`^CFG_MISSING ${name}: is not set\\. `));
  });

  it.each([
    ['RESUMPTION_KAFKA_BROKERS', 'localhost'],
    ['RESUMPTION_KAFKA_REPLICATION', '4'],
    ['RESUMPTION_TOPIC_PREFIX', 'a b'],
    ['RESUMPTION_POSTGRES_URL', 'mysql://127.0.0.1'],
    ['RESUMPTION_REDIS_URL', '127.0.0.1'],
    ['RESUMPTION_HTTP_HOST', ''],
    ['RESUMPTION_HTTP_PORT', '80a'],
    ['RESUMPTION_HTTP_PORT', '65536'],
    ['RESUMPTION_INSTANCES', '0'],
    ['RESUMPTION_LOG_LEVEL', 'loud'],
  ])('is refused with %s=%s, and says what to write', (name, value) => {
    expect(refusal({ ...addresses, [name]: value })).toMatch(new RegExp(`^CFG_VALUE ${name}: .+\\. Write .+\\.$`));
  });

  it('is refused where an instance is none of them', () => {
    expect(refusal({ ...addresses, RESUMPTION_INSTANCE: '2', RESUMPTION_INSTANCES: '2' })).toBe(
      'CFG_INSTANCE RESUMPTION_INSTANCE: there are 2 instances, counted from 0. Write a number below RESUMPTION_INSTANCES (2).',
    );
  });

  it('never shows a password', () => {
    const wrong = 'mysql://somebody:secret@127.0.0.1/resumption';
    expect(refusal({ ...addresses, RESUMPTION_POSTGRES_URL: wrong })).not.toContain('secret');
  });
});
