import { gatewayConfig } from './gateway-config';

const NEEDED = {
  RESUMPTION_POSTGRES_URL: 'postgres://u:secret@127.0.0.1:5432/r',
  RESUMPTION_REDIS_URL: 'redis://127.0.0.1:6379',
};

describe('the configuration of the gateway’s process', () => {
  it('listens on this machine alone, without giving keys away, unless it is told otherwise', () => {
    const config = gatewayConfig(NEEDED);
    expect(config).toMatchObject({ httpHost: '127.0.0.1', httpPort: 3000, localSession: false, keysFile: undefined });
    expect(config.folder).toMatch(/gateway$/);
    expect(config.services.size).toBe(0);
  });

  it('reads where services say how they are', () => {
    const { services } = gatewayConfig({
      ...NEEDED,
      RESUMPTION_SERVICES: 'plants=http://127.0.0.1:1, control=http://c:2',
    });
    expect([...services]).toEqual([
      ['plants', 'http://127.0.0.1:1'],
      ['control', 'http://c:2'],
    ]);
  });

  it.each([
    ['RESUMPTION_POSTGRES_URL', undefined, 'CFG_MISSING'],
    ['RESUMPTION_POSTGRES_URL', 'mysql://secret@x', 'CFG_VALUE'],
    ['RESUMPTION_HTTP_PORT', '65536', 'CFG_VALUE'],
    ['RESUMPTION_HTTP_HOST', '', 'CFG_VALUE'],
    ['RESUMPTION_LOCAL_SESSION', 'perhaps', 'CFG_VALUE'],
    ['RESUMPTION_SERVICES', 'plants', 'CFG_VALUE'],
    ['RESUMPTION_KEYS_FILE', '', 'CFG_VALUE'],
  ])('refuses %s=%s, and says no secret', (name, value, code) => {
    const parse = () => gatewayConfig({ ...NEEDED, [name]: value });
    expect(parse).toThrow(new RegExp(`^${code} ${name}: .+\\. \\S.+`));
    expect(parse).not.toThrow(/secret/);
  });
});
