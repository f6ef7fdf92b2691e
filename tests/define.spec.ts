// Every exported figure has a definition.
import { resumption } from './command';

interface Definition {
  readonly name: string;
  readonly fields: readonly string[];
  readonly en: Text;
  readonly zh: Text;
}

interface Text {
  readonly title: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly counts: string;
  readonly unit: string;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Numbers that are no figures: what the run was given, and days as labels. */
const LABELS = ['seed', 'days', 'rates[].day'];

/** Paths of all numbers: `sectors[].lostYuan`. */
function numbersIn({ type, properties = {}, items, anyOf = [] }: Schema, path: string): string[] {
  const own = type === 'number' || type === 'integer' ? [path] : [];
  return [
    ...own,
    ...anyOf.flatMap((one) => numbersIn(one, path)),
    ...(items ? numbersIn(items, `${path}[]`) : []),
    ...Object.entries(properties).flatMap(([key, one]) => numbersIn(one, path === '' ? key : `${path}.${key}`)),
  ];
}

const definitions = (): Definition[] => JSON.parse(resumption('define', '--json').out) as Definition[];
const isWithin = (path: string, field: string): boolean => path === field || /^(\.|\[)/.test(path.slice(field.length));

describe('the dictionary of figures', () => {
  it('defines every figure of `run --json`', () => {
    const fields = definitions().flatMap((one) => one.fields);
    const numbers = numbersIn(JSON.parse(resumption('schema', 'run').out) as Schema, '');
    const undefinedOnes = numbers.filter(
      (path) => ![...LABELS, ...fields].some((field) => path.startsWith(field) && isWithin(path, field)),
    );
    expect(numbers).toContain('sectors[].day80');
    expect(undefinedOnes).toEqual([]);
  });

  it('defines every metric that can be observed', () => {
    const schema = JSON.parse(resumption('schema', 'scenario').out) as {
      properties: { observations: { additionalProperties: { properties: { metric: { enum: string[] } } } } };
    };
    const { metric } = schema.properties.observations.additionalProperties.properties;
    const names = definitions().map(({ name }) => name);
    expect(metric.enum.filter((one) => !names.includes(one))).toEqual([]);
  });

  it('has each name once, and every text in both languages', () => {
    const all = definitions();
    const words = ['title', 'numerator', 'denominator', 'counts', 'unit'] as const;
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { en, zh } of all) {
      for (const word of words) expect(zh[word] === null).toBe(en[word] === null);
      expect(zh.title).toMatch(/\p{Script=Han}|ESRI/u);
    }
  });
});

describe('a definition', () => {
  it('says numerator, denominator, who counts and the unit, whatever the case of the name', () => {
    const { out } = resumption('define', 'CapacityRecovery');
    for (const word of ['numerator', 'denominator', 'who counts', 'unit']) expect(out).toContain(word);
  });

  it('is told in Chinese', () => {
    expect(resumption('--lang', 'zh', 'define', 'resumption').out).toContain('分子');
  });

  it('of a figure that there is not is met with the nearest name', () => {
    const { code, err } = resumption('define', 'onTimeFull');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "onTimeInFull"?');
  });
});
