// Whatever a file holds: one InputError, or a chain; and the same text gives the same chain.
import fc from 'fast-check';
import { faultsOf, formatFault, InputError, MOST_FAULTS, type InputFault } from '#libs/messages';
import type { CompiledScenario } from './compile';
import { RESUMING } from './resuming.fixture';
import { parse, stringify } from 'yaml';
import {
  compileCsv,
  compileText,
  COUNTY,
  CSV_COUNTY,
  ENTERPRISES_CSV,
  faultOf,
  LINKS_CSV,
  type Tables,
} from './county.fixture';

type Path = readonly (string | number)[];

/** Paths of all nodes below the root. */
function pathsOf(node: unknown, above: Path = []): Path[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const path = [...above, Array.isArray(node) ? Number(key) : key];
    return [path, ...pathsOf(value, path)];
  });
}

interface Change {
  readonly path: Path;
  readonly how: 'drop' | 'replace' | 'rename';
  readonly value: unknown;
  readonly name: string;
}

function changed(node: unknown, { path, how, value, name }: Change): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const [key, ...below] = path;
  if (Array.isArray(node)) {
    const rest =
      below.length > 0
        ? [changed(node[Number(key)], { path: below, how, value, name })]
        : how === 'drop'
          ? []
          : [value];
    return [...(node as unknown[]).slice(0, Number(key)), ...rest, ...(node as unknown[]).slice(Number(key) + 1)];
  }
  return Object.fromEntries(
    Object.entries(node).flatMap(([own, child]): [string, unknown][] => {
      if (own !== String(key)) return [[own, child]];
      if (below.length > 0) return [[own, changed(child, { path: below, how, value, name })]];
      if (how === 'drop') return [];
      return how === 'rename' ? [[name, child]] : [[own, value]];
    }),
  );
}

const NAMES = [
  'weaving',
  'dyer',
  'constructor',
  '__proto__',
  'toString',
  'town',
  'inside',
  'a b',
  '2020-02-03',
  '7',
  '<<',
  '',
];
const numbers = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 400 }),
  fc.constantFrom(1e-9, 1e15, 1e300, 2_000_000, 0.5),
);
const anyValue = fc.oneof(
  numbers,
  fc.constantFrom(...NAMES),
  fc.boolean(),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant({}),
  fc.constant([]),
);

function changesOf(text: string): fc.Arbitrary<Change[]> {
  const one = fc.record({
    path: fc.constantFrom(...pathsOf(parse(text))),
    how: fc.constantFrom('drop' as const, 'replace' as const, 'replace' as const, 'rename' as const),
    value: anyValue,
    name: fc.constantFrom(...NAMES),
  });
  return fc.array(one, { minLength: 1, maxLength: 3 });
}

function refuseOddNumbers({ chain, schedule }: CompiledScenario): void {
  const columns = [
    ...Object.entries(chain.enterprises),
    ...Object.entries(chain.links),
    ...Object.entries(chain.corridors),
  ];
  for (const [name, column] of [...columns, ...schedule.tracks.map(({ path, values }) => [path, values])] as [
    string,
    unknown,
  ][]) {
    if (!(column instanceof Float64Array)) continue;
    const at = column.findIndex((value) => !Number.isFinite(value) || value < 0);
    if (at >= 0) throw new Error(`${name}[${at}] is ${column[at]}`);
  }
}

/** Compiles, or checks the error; counts of millions are valid and slow, so they are left to other specs. */
function compilesOrExplains(compile: () => CompiledScenario): void {
  try {
    refuseOddNumbers(compile());
  } catch (error) {
    for (const { place } of explained(error)) {
      expect(place?.file).toMatch(/^(scenario\.yaml|links\.csv|enterprises\.csv)$/);
    }
  }
}

/** The faults of an error, each of them checked. */
function explained(error: unknown): readonly InputFault[] {
  if (!(error instanceof InputError)) throw error;
  const faults = faultsOf(error.fault);
  expect(faults.length).toBeLessThanOrEqual(MOST_FAULTS);
  for (const { also: _, ...fault } of faults) {
    expect(fault.code).toMatch(/^(SCN|CSV|CLI)_[A-Z_]+$/);
    expect(formatFault(fault)).not.toMatch(/\p{Cc}/u);
    expect(fault.mend).not.toBe('');
  }
  return faults;
}

describe('any change of a scenario', () => {
  const small = (text: string): string => text.replace(/(count|partners): *(\d{4,}|[\d.]+e\+?\d+)/gi, '$1: 50');

  it.each([
    ['the county', COUNTY, {}],
    ['the county that resumes', RESUMING.replace('count: 400', 'count: 4'), {}],
    ['the county of CSV files', CSV_COUNTY, { enterprises: ENTERPRISES_CSV, links: LINKS_CSV }],
  ] as [string, string, Tables][])('gives a chain, or says what is wrong: %s', (_, text, tables) => {
    fc.assert(
      fc.property(changesOf(text), (changes) => {
        const content = changes.reduce<unknown>(changed, parse(text));
        compilesOrExplains(() => compileText(small(stringify(content)), [], tables));
      }),
      { numRuns: 300 },
    );
  });

  it('gives a chain, or says what is wrong when the text itself is torn', () => {
    const piece = fc.record({
      at: fc.nat(COUNTY.length),
      drop: fc.nat(30),
      add: fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom('"', "'", '[', '{', '}', ': ', '\n', '\t', '- ', '&a', '*a', '|', '#', '---\n', '...\n', '? '),
      ),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (pieces) => {
        const torn = pieces.reduce(
          (text, { at, drop, add }) => text.slice(0, at) + add + text.slice(at + drop),
          COUNTY,
        );
        compilesOrExplains(() => compileText(small(torn)));
      }),
      { numRuns: 300 },
    );
  });

  it('gives a chain, or says what is wrong when a table is torn', () => {
    const cell = fc.oneof(
      numbers.map(String),
      fc.constantFrom(...NAMES, 'weaver-1', '"', ';', ',', '\r', '\n', '1e400', 'yes'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.nat(20), cell, (isLinks, at, other) => {
        const torn = (text: string): string => {
          const cells = text.split(/(?<=[,\n])/);
          return cells.map((one, i) => (i === at % cells.length ? one.replace(/^[^,\n]*/, () => other) : one)).join('');
        };
        compilesOrExplains(() =>
          compileCsv(isLinks ? { links: torn(LINKS_CSV) } : { enterprises: torn(ENTERPRISES_CSV) }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('any value laid over a scenario', () => {
  it('gives a chain, or says what is wrong', () => {
    const paths = pathsOf(parse(COUNTY)).map((path) => path.join('.'));
    const path = fc.oneof(
      fc.constantFrom(...paths),
      fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...NAMES)).map((parts) => parts.join('.')),
    );
    const value = fc.oneof(
      anyValue.map((one) => JSON.stringify(one) ?? ''),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(path, value, (at, written) => {
        const isLarge = /(count|partners|days)$/.test(at) && Number(written) > 1000;
        try {
          if (!isLarge) compileText(COUNTY, [{ path: at, value: written }]);
        } catch (error) {
          explained(error);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('compiling', () => {
  it('is a pure function of text, seed and tables', () => {
    const seed = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(seed, (number) => {
        const overrides = [{ path: 'seed', value: String(number) }];
        const [one, other] = [compileText(COUNTY, overrides), compileText(COUNTY, overrides)];
        expect({ chain: one.chain, schedule: one.schedule }).toEqual({ chain: other.chain, schedule: other.schedule });
      }),
      { numRuns: 10 },
    );
  });

  it('of another seed draws another chain', () => {
    const flows = (seed: string): Float64Array =>
      compileText(COUNTY, [{ path: 'seed', value: seed }]).chain.links.flowYuan;
    expect(flows('3')).toEqual(flows('3'));
    expect(flows('3')).not.toEqual(flows('4'));
  });

  it('refuses the same text in the same words', () => {
    const bad = COUNTY.replace('share: 0.6', 'share: 0.5');
    expect(faultOf(() => compileText(bad))).toEqual(faultOf(() => compileText(bad)));
  });
});
