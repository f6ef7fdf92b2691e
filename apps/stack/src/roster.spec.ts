import { parseServiceConfig, SERVICE_ENVIRONMENT } from '#libs/adapters';
import { environmentOf, MEMORY, rosterOf, scriptOf } from './roster';

describe('the processes of a stack', () => {
  it('are one of each service, control first and the gateway last', () => {
    const names = ['control', 'plants', 'logistics', 'markets', 'exporters', 'support', 'recovery', 'gateway'];
    expect(rosterOf(undefined).map(({ name }) => name)).toEqual(names);
  });

  it('are numbered where a service has several', () => {
    const roster = rosterOf('plants=2,markets=1');
    expect(roster.slice(1, 4)).toEqual([
      { name: 'plants-0', service: 'plants', instance: 0, instances: 2 },
      { name: 'plants-1', service: 'plants', instance: 1, instances: 2 },
      { name: 'logistics', service: 'logistics', instance: 0, instances: 1 },
    ]);
    expect(roster).toHaveLength(9);
  });

  it.each(['plants', 'plants=0', 'plants=9', 'control=2', 'support=2', 'gateway=2', 'banks=2', 'plants=2;markets=2'])(
    'are refused as %s',
    (replicas) => expect(() => rosterOf(replicas)).toThrow(/^STACK_REPLICAS --replicas: /),
  );

  it('have to be built', () => {
    expect(() => scriptOf('/nowhere', 'plants')).toThrow(/^STACK_NOT_BUILT plants: .+npm run build$/);
  });
});

describe('what a process is told', () => {
  const addresses = {
    kafka: ['127.0.0.1:20001', '127.0.0.1:20003', '127.0.0.1:20005'],
    replication: 3,
    prefix: 'resumption',
    postgresUrl: 'postgres://postgres@127.0.0.1:20007/resumption',
    redisUrl: 'redis://127.0.0.1:20008',
  };
  const told = { port: 20_009, addresses, gatewayFolder: '/stack/gateway', peers: new Map([['plants-0', 20_010]]) };
  const environment = environmentOf(rosterOf('plants=2')[2], told);

  it('are all names of its schema, and how to deal with memory', () => {
    expect(Object.keys(environment).sort()).toEqual([...Object.keys(MEMORY), ...SERVICE_ENVIRONMENT].sort());
  });

  it('is for the gateway where it reads and keeps, and no log', () => {
    const gateway = environmentOf(rosterOf(undefined)[7], told);
    expect(gateway).toMatchObject({
      RESUMPTION_GATEWAY_FOLDER: '/stack/gateway',
      RESUMPTION_HTTP_PORT: '20009',
      RESUMPTION_SERVICES: 'plants-0=http://127.0.0.1:20010',
    });
    expect(Object.keys(gateway).filter((name) => name.includes('KAFKA'))).toEqual([]);
  });

  it('is understood', () => {
    expect(parseServiceConfig(environment)).toMatchObject({
      kafkaBrokers: addresses.kafka,
      kafkaReplication: 3,
      httpPort: 20_009,
      instance: 1,
      instances: 2,
    });
  });
});
