// Requests made from the OpenAPI document: each parameter and body by its schema, now and then with something hostile in
// its place.
import { openApiDocument, ROUTES, type RouteName } from '#libs/api';
import fc from 'fast-check';
import { KEYS } from '../gateway.fixture';
import { hostileBody, hostileHeaders, hostileText, hostileValue } from './hostile.fixture';

export interface Generated {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What makes requests meet something: names that are there, by the name of the field. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: RouteName;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** What computes runs again takes its time; it is asked less often. */
const HEAVY: ReadonlySet<RouteName> = new Set([
  ...(['askWhy', 'askRelief', 'downloadArchive', 'compareRuns', 'createRun', 'forkRun', 'intervene'] as const),
  ...(['validateScenario', 'saveScenario', 'readScenario', 'readLevers'] as const),
] as const);
const WEIGHTS = { light: 10, heavy: 1 };

export function generated(known: Known): fc.Arbitrary<Generated> {
  const document = JSON.parse(JSON.stringify(openApiDocument({ version: '0' }))) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  const made = new Maker(document.components.schemas, known);
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      weight: HEAVY.has(operation.operationId) ? WEIGHTS.heavy : WEIGHTS.light,
      arbitrary: made.request(method.toUpperCase(), path, operation),
    })),
  );
  if (routes.length !== Object.keys(ROUTES).length) throw new Error('the document does not list every route');
  return fc.oneof(...routes, { weight: WEIGHTS.light, arbitrary: lost });
}

/** Requests for what there is not. */
const lost: fc.Arbitrary<Generated> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
  path: hostileText.map((text) => `/v1/${encoded(text)}`),
  headers: fc.constant({ authorization: `Bearer ${KEYS.operator}` }),
  body: fc.constant(undefined),
});

class Maker {
  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly known: Known,
  ) {}

  request(method: string, path: string, operation: Operation): fc.Arbitrary<Generated> {
    const { parameters = [], requestBody, operationId } = operation;
    const part = (where: Parameter['in']) =>
      fc.record(
        Object.fromEntries(
          parameters.filter((one) => one.in === where).map((one) => [one.name, this.#text(one, operationId)]),
        ),
        { requiredKeys: parameters.filter((one) => one.in === where && one.required).map(({ name }) => name) },
      );
    const schema = requestBody?.content['application/json']?.schema;
    const body = schema
      ? fc.oneof(
          { weight: 8, arbitrary: this.#value(schema, '', 0).map((value) => JSON.stringify(value)) },
          { weight: 1, arbitrary: hostileBody },
        )
      : fc.constant(undefined);
    const key = fc.constantFrom(...Object.values(KEYS), KEYS.operator, KEYS.planner, 'none');
    const odd = fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: hostileHeaders });
    return fc
      .record({ path: part('path'), query: part('query'), header: part('header'), body, key, odd })
      .map((given) => ({
        method,
        path: filled(path, given.path) + search(given.query),
        headers: {
          authorization: `Bearer ${given.key}`,
          ...(given.body !== undefined && { 'content-type': 'application/json' }),
          ...given.header,
          ...given.odd,
        },
        body: given.body,
      }));
  }

  #text({ name, schema, in: where }: Parameter, route: RouteName): fc.Arbitrary<string> {
    // The run that all others are asked about must outlast them.
    const isLasting = !(route === 'removeRun' && name === 'run');
    const plain = fc.oneof(...(isLasting ? this.#knownOf(name) : []), {
      weight: 2,
      arbitrary: this.#value(schema, isLasting ? name : '', 0),
    });
    const text = plain.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
    return where === 'header'
      ? text.map((one) => one.replace(/[^\x20-\x7e]/g, ''))
      : fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: hostileText });
  }

  #knownOf(name: string): { weight: number; arbitrary: fc.Arbitrary<unknown> }[] {
    const values = Object.hasOwn(this.known, name) ? this.known[name] : [];
    return values.length > 0 ? [{ weight: 5, arbitrary: fc.constantFrom(...values) }] : [];
  }

  #value(schema: Schema, name: string, depth: number): fc.Arbitrary<unknown> {
    return fc.oneof(
      ...this.#knownOf(name),
      { weight: 8, arbitrary: this.#right(schema, depth) },
      { weight: 1, arbitrary: hostileValue },
    );
  }

  /** As the schema has it. */
  #right(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    if (schema.$ref !== undefined) return this.#right(this.schemas[schema.$ref.split('/').at(-1) ?? ''], depth);
    const either = schema.anyOf ?? schema.oneOf;
    if (either) return fc.oneof(...either.map((one) => this.#right(one, depth)));
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const { minimum: min = -1e6, maximum: max = 1e6 } = schema;
    switch ([schema.type ?? ''].flat()[0]) {
      case 'object':
        return this.#object(schema, depth);
      case 'array': {
        const item = this.#value(schema.items ?? {}, '', depth + 1);
        return fc.array(item, { minLength: schema.minItems ?? 0, maxLength: (schema.minItems ?? 0) + 3 });
      }
      case 'integer':
        return fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) });
      case 'number':
        return fc.double({ min, max, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'string':
        return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 30, 200) });
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  #object({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
    const members = Object.entries(properties).map(([name, one]) => [name, this.#value(one, name, depth + 1)] as const);
    const right = fc.record(Object.fromEntries(members), {
      requiredKeys: required.filter((name) => name in properties),
    });
    const odd = fc
      .tuple(right, fc.dictionary(hostileText, hostileValue, { maxKeys: 2 }))
      .map(([one, more]) => ({ ...one, ...more }));
    return fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: odd });
  }
}

function filled(path: string, values: Readonly<Record<string, unknown>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(String(values[name])) || '%20');
}

function search(query: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${encoded(String(value))}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** What is well encoded already is left, so that it arrives decoded; a half of a pair cannot be encoded. */
function encoded(text: string): string {
  if (/%/.test(text) && /^[\x21-\x7e]*$/.test(text) && !/[#?&]/.test(text)) return text;
  return encodeURIComponent(Buffer.from(text).toString()).slice(0, 6000);
}
