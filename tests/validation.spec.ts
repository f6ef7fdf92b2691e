// Published simulators' runs, reproduced by our model with their rules; and what the reader of their folders refuses.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compare, type VariableError } from '../apps/cli/src/validation/compare';
import { compareFolder } from '../apps/cli/src/validation/compare-folder';
import { damagePath, type Recovery } from '../apps/cli/src/validation/inoue-recovery';
import { readCase } from '../apps/cli/src/validation/read-case';
import { isOver, isWithin } from '../apps/cli/src/validation/report';
import { runCase } from '../apps/cli/src/validation/run-case';
import { validateFolders } from '../apps/cli/src/validation/validate-folders';

const COPIES = join(__dirname, 'data', 'validation');

function errorsOf(folder: string): VariableError[] {
  const one = readCase(folder);
  const errors = compare(one, runCase(one));
  expect(errors.length).toBeGreaterThanOrEqual(6);
  return errors;
}

/** Variables of a copied case that are above their tolerance, with the error; also those that are only shown. */
function aboveTolerance(folder: string): string[] {
  return errorsOf(folder)
    .filter((error) => !isWithin(error))
    .map(({ variable, error }) => `${variable} ${error}`);
}

describe('our model with the rules of ARIO, against BoARIO', () => {
  it.each([
    ['01', 'follows one sector that loses 60 % and comes back linearly'],
    ['02', 'follows the collapse of a chain with short inventories'],
    ['04', 'follows a chain without overproduction'],
    ['05', 'follows fast overproduction'],
    ['06', 'follows two regions whose buyers turn to suppliers with capacity'],
    ['07', 'follows two regions whose buyers stay with their suppliers'],
    ['08', 'follows a convex recovery with one product that never constrains'],
    ['10', "follows BoARIO's own test economy of 3 regions and 5 sectors"],
    ['12', 'follows a path of capacity without events'],
  ])('case %s %s, all variables to 1e-9', (name) => {
    expect(aboveTolerance(join(COPIES, 'boario', name))).toEqual([]);
  });

  it('case 11 follows the base model, which orders its whole gap at once: production, orders and stock to 1e-9', () => {
    const errors = errorsOf(join(COPIES, 'boario', '11'));
    const within = errors.filter(isWithin).map(({ variable }) => variable);
    expect(within).toEqual(['production', 'orders_received_next', 'final_demand_not_distributed', 'stock']);
    expect(errors.filter(isOver)).toEqual([]);
  });

  it.each(['01', '11'])('case %s decides by production, orders, final demand not served and stock', (name) => {
    const shown = errorsOf(join(COPIES, 'boario', name)).filter(({ shownBecause }) => shownBecause !== undefined);
    expect(shown.map(({ variable }) => variable)).toEqual(['capacity', 'overprod']);
  });
});

describe('our model with the rules of Inoue and Todo, against their simulator', () => {
  it.each([
    ['01', 'follows proportional rationing'],
    ['02', 'follows equal-relative rationing as published'],
    ['05', 'follows a permanent loss with substitution inside the sector'],
    ['06', 'follows stocks drawn by the simulator, back to 1.0'],
  ])('case %s %s, totals to 1e-9 and firms to the printed digits', (name) => {
    expect(aboveTolerance(join(COPIES, 'inoue-todo', name))).toEqual([]);
  });
});

describe('our screening, against GLcascade', () => {
  it.each([
    ['01', 'follows non-essential inputs, whose losses add up'],
    ['02', 'follows essential inputs, of which the scarcest decides'],
    ['03', 'follows essential, non-essential and ignored inputs together'],
    ['04', 'follows suppliers that others of their market replace'],
    ['05', 'follows a second network'],
  ])('case %s %s: h of every firm and the indices to 1e-9, in as many rounds', (name) => {
    const { errors } = compareFolder(join(COPIES, 'esri', name));
    expect(errors.map(({ variable }) => variable)).toEqual([
      ...['h_down', 'h_up', 'ESRI', 'ESRI_down', 'ESRI_up', 'iterations'],
    ]);
    expect(errors.filter((error) => !isWithin(error))).toEqual([]);
  });
});

describe('a recovery of the Inoue-Todo simulator', () => {
  const paths = (recovery: Recovery): number[] => {
    const damages = [{ firm: 0, share: 0.6, fromStep: 1 }];
    const { limiting } = damagePath(damages, { recovery, days: 3, holdDays: 1 }, [[1], [0]], 5);
    return limiting.map((deltas) => deltas[0]);
  };

  it.each<[Recovery, number[]]>([
    ['linear', [0, 0.6, 0.6, 0.4, 0.2]],
    ['uniform', [0, 0.6, 0.6, 0.6 - 1 / 3, 0]],
    ['at-once', [0, 0.6, 0.6, 0, 0]],
    ['renewal', [0, 0.6, 0.6, 0, 0]],
    ['exponential', [0, 0.6, 0.6, 0.6 * Math.exp(-2 / 3), 0.6 * Math.exp(-1)]],
    ['damped-renewal', [0, 0.6, 0.6, 0.4, 0.4 * (2 / 3)]],
  ])('%s starts after the days it is held', (recovery, expected) => {
    paths(recovery).forEach((delta, step) => expect(delta).toBeCloseTo(expected[step], 12));
  });
});

describe('a folder that was changed', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'validation-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const take = (name: string): void => cpSync(join(COPIES, name), folder, { recursive: true });
  const inputs = (change: (inputs: Record<string, never>) => void): void => {
    const content = JSON.parse(readFileSync(join(folder, 'inputs.json'), 'utf8')) as Record<string, never>;
    change(content);
    writeFileSync(join(folder, 'inputs.json'), JSON.stringify(content));
  };
  const outputs = (change: (text: string) => string): void => {
    const text = gunzipSync(readFileSync(join(folder, 'outputs.csv.gz'))).toString('utf8');
    rmSync(join(folder, 'outputs.csv.gz'));
    writeFileSync(join(folder, 'outputs.csv'), change(text));
  };
  /** The lines on stderr; the folder must fail. */
  const refusal = (): string[] => {
    const lines: string[] = [];
    expect(validateFolders([folder], { out: () => undefined, err: (line) => lines.push(line) })).toBe(false);
    return lines.map((line) => line.replaceAll(folder, 'FOLDER'));
  };

  it('says that an empty folder holds no inputs', () => {
    expect(refusal()).toEqual([expect.stringMatching(/^VAL_MISSING_FILE FOLDER: there is no inputs\.json\./)]);
  });

  it('names a file that is missing', () => {
    take('boario/12');
    rmSync(join(folder, 'table_Z.csv'));
    expect(refusal()).toEqual([expect.stringMatching(/^VAL_MISSING_FILE FOLDER: there is no table_Z\.csv\./)]);
  });

  it('names a line whose value is no number', () => {
    take('boario/12');
    outputs((text) => text.replace(/^(0,production,keqiao,chemfibre,,).*$/m, '$1many'));
    expect(refusal()).toEqual([
      expect.stringMatching(/^VAL_UNREADABLE FOLDER: outputs\.csv line \d+: no number: "many"\.$/),
    ]);
  });

  it('names the step in which rows are missing', () => {
    take('inoue-todo/01');
    outputs((text) => text.replace(/^7,demand,D1.*\r?\n/m, ''));
    expect(refusal()).toEqual(['VAL_UNREADABLE FOLDER: the outputs have 11 rows of demand in step 7, not 12.']);
  });

  it('refuses a negative flow', () => {
    take('boario/12');
    const table = readFileSync(join(folder, 'table_Z.csv'), 'utf8');
    writeFileSync(join(folder, 'table_Z.csv'), table.replace('400,150', '-400,150'));
    expect(refusal()).toEqual([expect.stringMatching(/FOLDER: table_Z\.csv: negative flow from keqiao\/chemfibre/)]);
  });

  it('refuses an option of BoARIO that it does not know', () => {
    take('boario/12');
    inputs((content) => Object.assign(content['model'], { kappa: 2 }));
    expect(refusal()).toEqual([expect.stringMatching(/^VAL_UNKNOWN_OPTION FOLDER: inputs\.json model.*"kappa"/)]);
  });

  it('refuses rebuilding demand by name', () => {
    take('boario/01');
    inputs((content) => Object.assign(content['events'][0], { event_type: 'rebuild' }));
    expect(refusal()).toEqual([expect.stringMatching(/^VAL_NOT_MODELLED FOLDER: asks for rebuilding demand/)]);
  });

  it('refuses printed rebuilding demand, whatever the events are called', () => {
    take('boario/01');
    outputs((text) => text.replace(/^(9,rebuild_demand_tot,keqiao,weaving,,)0/m, '$1 2.5'));
    expect(refusal()).toEqual([expect.stringMatching(/^VAL_NOT_MODELLED FOLDER: asks for rebuilding demand/)]);
  });

  it.each([
    [['-R', '3'], /^VAL_NOT_MODELLED FOLDER: asks for option -R 3/],
    [['-Z', 'table.txt'], /^VAL_UNKNOWN_OPTION FOLDER: inputs\.json args: "-Z"/],
    [['-T', 'six'], /^VAL_UNREADABLE FOLDER: option -T: no whole number: "six"/],
  ])('refuses the option %j of the Inoue-Todo simulator', (option, line) => {
    take('inoue-todo/01');
    inputs((content) => Object.assign(content, { args: option }));
    expect(refusal()).toEqual([expect.stringMatching(line)]);
  });

  it('fails, and says where, when one value is off by a millionth of base', () => {
    take('boario/12');
    const off = /^(30,production,keqiao,dyeing,,)(.*)$/m;
    outputs((text) => text.replace(off, (_, head: string, value: string) => head + String(Number(value) + 24e-6)));
    const lines: string[] = [];
    expect(validateFolders([folder], { out: (line) => lines.push(line), err: () => undefined })).toBe(false);
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}OVER production +1\.0e-6 of 1e-9 allowed {2}step 30 keqiao\/dyeing$/),
    );
    expect(lines.at(-1)).toBe('Of 1 cases: 1 above tolerance.');
  });

  describe('of GLcascade', () => {
    beforeEach(() => take('esri/03'));
    const change = (name: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).not.toBe(text.replace(from, to));
      writeFileSync(join(folder, name), text.replace(from, to));
    };

    it.each<[string, string | RegExp, string, RegExp]>([
      ['how.md', 'share): FALSE', 'share): MAYBE', /^VAL_UNKNOWN_OPTION FOLDER: how\.md replaceability: "MAYBE"/],
      ['how.md', 'eps: 1e-10', '', /^VAL_UNREADABLE FOLDER: how\.md has no line "eps:"/],
      ['essential_supplier_rows_buyer_cols.csv', '"3",1', '"3",7', /^VAL_UNKNOWN_OPTION FOLDER: .* row 3: "7"/],
      ['edges.csv', '9,5,1', '9,5,-1', /^VAL_UNREADABLE FOLDER: edges\.csv line 5: no flow: "-1"/],
      ['edges.csv', '9,5,1', '9,50,1', /^VAL_UNREADABLE FOLDER: edges\.csv names "50"/],
      ['firms.csv', '11,"5"', '11,"9"', /^VAL_UNREADABLE FOLDER: firms\.csv names "9"/],
      ['firms.csv', 'sector', 'nace', /^VAL_UNREADABLE FOLDER: firms\.csv starts with "firm,nace"/],
      ['outputs.csv', /\n11,.*/, '', /^VAL_UNREADABLE FOLDER: outputs\.csv has 10 scenarios for 11 firms/],
      ['hd_T.csv', '"4",', '"44",', /^VAL_UNREADABLE FOLDER: the rows of hd_T\.csv are not the firms/],
      ['hu_T.csv', '0.75', 'much', /^VAL_UNREADABLE FOLDER: hu_T\.csv line 3: no number: "much"/],
    ])('refuses %s with %s -> %s', (name, from, to, line) => {
      change(name, from, to);
      expect(refusal()).toEqual([expect.stringMatching(line)]);
    });

    it('names a file that is missing', () => {
      rmSync(join(folder, 'hu_T.csv'));
      expect(refusal()).toEqual([expect.stringMatching(/^VAL_MISSING_FILE FOLDER: there is no hu_T\.csv\./)]);
    });

    it('fails, and says where, when one value is off by a hundred millionth', () => {
      change('hd_T.csv', /^"7",1,0,0/m, '"7",1,0.00000001,0');
      const lines: string[] = [];
      expect(validateFolders([folder], { out: (line) => lines.push(line), err: () => undefined })).toBe(false);
      expect(lines).toContainEqual(
        expect.stringMatching(/^ {2}OVER h_down +1\.0e-8 of 1e-9 allowed {2}scenario 2 firm 7$/),
      );
    });
  });

  it('passes with a line of its own when what is only shown differs', () => {
    const lines: string[] = [];
    const folders = [join(COPIES, 'boario', '11')];
    expect(validateFolders(folders, { out: (line) => lines.push(line), err: () => undefined })).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(/production .* stock +capacity +overprod$/),
      expect.stringMatching(/( +<= 1e-9){4}( +shown only){2}$/),
      expect.stringMatching(/^ok .*( +\d\.\de-1\d){4}( +5\.5e-5){2}$/),
      expect.stringMatching(
        /^ {2}shown, does not decide: capacity {2}5\.5e-5 {2}step 108 keqiao\/weaving: BoARIO begins/,
      ),
      expect.stringMatching(
        /^ {2}shown, does not decide: overprod {2}5\.5e-5 {2}step 108 keqiao\/weaving: BoARIO begins/,
      ),
      "  BoARIO's arithmetic followed: stocks left as they were in 11 steps.",
      'All 1 cases are within tolerance; in 1, variables that are only shown differ.',
    ]);
  });

  it.each([
    ['boario/11', ['delta']],
    ['boario/12', ['delta', 'final_demand']],
    ['inoue-todo/01', []],
    ['inoue-todo/06', ['supply_limited']],
  ])('runs %s on inputs and %j alone, whatever else was printed', (name, fed) => {
    take(name);
    const before = runCase(readCase(folder));
    outputs((text) =>
      text.replace(/^(\d+,(\w+),.*,)[^,\r\n]+/gm, (line, head: string, variable: string) => {
        return fed.includes(variable) || variable === 'rebuild_demand_tot' ? line : `${head}7`;
      }),
    );
    const unchanged = errorsOf(folder).filter(({ error }) => error < 0.01);
    expect(unchanged.map(({ variable }) => variable)).toEqual(fed.filter((variable) => variable === 'supply_limited'));
    expect(runCase(readCase(folder))).toEqual(before);
  });
});
