import { type openApiDocument, ROLES, ROUTES, type Problem, type Route, type RouteName } from '#libs/api';
import { aGateway, KEYS, type OpenedGateway } from './gateway.fixture';
import { exampleOf, pathOf } from './requests.fixture';

const NAMES = Object.keys(ROUTES) as RouteName[];
const routeOf = (name: RouteName): Route => ROUTES[name];

describe('the routes that are served', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => (gateway = await aGateway({ limits: { rates: { points: 1e6, seconds: 1, wrongKeys: 1e6 } } })));
  afterAll(() => gateway.close());

  const asked = (name: RouteName, key: string | undefined) => {
    const route = routeOf(name);
    return gateway.ask(key, route.method.toUpperCase(), pathOf(route), exampleOf(route));
  };

  it('are those of the table, every one', async () => {
    for (const name of NAMES) {
      const { status, headers, text } = await asked(name, KEYS.operator);
      const isProblem = headers.get('content-type')?.includes('problem') === true;
      const code = isProblem ? (JSON.parse(text) as Problem).code : '';
      expect([name, status >= 500, code === 'API_NO_ROUTE' || code === 'API_METHOD', code]).toEqual([
        name,
        false,
        false,
        code,
      ]);
    }
  });

  it('are those that the OpenAPI document lists, and no others', async () => {
    const served = (await gateway.ask(undefined, 'GET', '/v1/openapi.json')).json<ReturnType<typeof openApiDocument>>();
    const listed = Object.entries(served.paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(listed.sort()).toEqual(NAMES.map((name) => `${routeOf(name).method} ${routeOf(name).path}`).sort());
    expect(served.openapi).toBe('3.1.0');
  });

  describe.each([...ROLES, undefined])('asked as %s', (role) => {
    it.each(NAMES)('%s', async (name) => {
      const { roles } = routeOf(name);
      const { status, headers, text } = await asked(name, role && KEYS[role]);
      const isAdmitted = roles === 'anyone' || (role !== undefined && roles.includes(role));
      const code = headers.get('content-type')?.includes('problem') ? (JSON.parse(text) as Problem).code : undefined;
      if (isAdmitted) {
        // Its key was looked at and found good; the key in the body of `openSession` is another matter.
        expect(['API_ROLE', ...(name === 'openSession' ? [] : ['API_NO_KEY'])]).not.toContain(code);
        expect(status).toBeLessThan(500);
      } else expect([status, code]).toEqual(role === undefined ? [401, 'API_NO_KEY'] : [403, 'API_ROLE']);
    });
  });
});
