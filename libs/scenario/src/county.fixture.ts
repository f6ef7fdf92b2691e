// A small county for specs: two zones, four sectors, an outside seller, everything that a file can say once.
import { InputError, type InputFault } from '#libs/messages';
import { compileScenario, parseScenario, type CompiledScenario, type Override, type ScenarioTables } from './index';

export const COUNTY = `resumption: 1
id: county
name: { en: County }
start: 2020-02-01
days: 60
seed: 3
rules:
  inputs: hard
  orders: { rule: plan }
products:
  yarn: { yuanPerTonne: 9000 }
  grey: { yuanPerTonne: 40000 }
  cloth: { yuanPerTonne: 40000, yuanPerMetre: 5 }
zones:
  town: { road: inside, weight: 2 }
  park: { road: inside, weight: 1 }
  beyond: { road: outside, weight: 0 }
roads:
  inside: { leadDays: 2 }
  outside: { leadDays: 3, checkpoint: { freeShare: 0.1, tripsPerDay: 2, tonnesPerTrip: 25, addsDays: 1 } }
parks: { count: 3 }
sectors:
  weaving:
    stage: plants
    product: grey
    baseYuanPerDay: 60000
    buys:
      yarn:
        perOutput: 0.5
        from:
          fibre: { share: 0.6, partners: 2, coverDays: 12 }
          outside-yarn: { share: 0.4, coverDays: 12 }
    populations:
      weaver: { count: 12, sigma: 0.5 }
  dyeing:
    stage: plants
    product: cloth
    baseYuanPerDay: 100000
    finalDemand: all
    buys:
      grey: { perOutput: 0.6, from: { weaving: { share: 1, partners: 2, coverDays: 8 } } }
    populations:
      dyer: { count: 5, notable: true }
  fibre:
    stage: plants
    product: yarn
    baseYuanPerDay: 20000
    populations:
      spinner: { count: 3, sigma: 0.4, zones: { park: 1 } }
  outside-yarn: { outside: true, stage: plants, product: yarn, spare: 1.2, populations: { outside-yarn: { count: 2, zones: { beyond: 1 } } } }
enterprises:
  alice: { sector: dyeing, zone: town, size: 2 }
initial:
  cause: the shutdown
  stock: { inside: 0.5, dyeing: 0.4 }
  bookDays: { weaving: 4 }
curves:
  weaving-open: { acts: open, on: { sector: weaving }, shape: linear, values: { 2020-02-05: 0.2, 2020-02-20: 1 } }
levers:
  passes: { acts: passes, on: { road: outside }, values: { 2020-02-03: 5 } }
shocks:
  stop: { on: { population: [dyer] }, from: 2020-02-10, days: 5, leaves: 0.4 }
observations:
  recovered: { role: check, metric: capacityRecovery, sector: dyeing, on: 2020-03-15, value: 0.9, within: { points: 5 } }
  levers: { role: input, metric: lever, lever: levers.passes, on: 10, value: 5 }
`;

/** A county of CSV files: 12 of cloth is made of 7 of yarn. */
export const CSV_COUNTY = `resumption: 1
id: county
name: { en: County }
start: 2020-02-01
days: 30
products: { yarn: { yuanPerTonne: 9000 }, cloth: { yuanPerTonne: 40000 } }
sectors:
  spinning: { stage: plants, product: yarn }
  weaving: { stage: plants, product: cloth }
files: { enterprises: enterprises.csv, links: links.csv }
`;

export const ENTERPRISES_CSV = `id,sector,staff,finalYuanPerDay
spinner-1,spinning,20,100
spinner-2,spinning,30,0
weaver-1,weaving,40,1200
weaver-2,weaving,50,800
`;

export const LINKS_CSV = `from,to,yuanPerDay,coverDays
spinner-1,weaver-1,700,8
spinner-2,weaver-2,300,8
spinner-1,weaver-2,100,8
`;

export interface Tables {
  readonly enterprises?: string;
  readonly links?: string;
}

export function compileText(text: string, overrides: readonly Override[] = [], tables: Tables = {}): CompiledScenario {
  const { enterprises, links } = tables;
  const named: ScenarioTables = {
    ...(enterprises !== undefined && { enterprises: { name: 'enterprises.csv', text: enterprises } }),
    ...(links !== undefined && { links: { name: 'links.csv', text: links } }),
  };
  return compileScenario(parseScenario(text, 'scenario.yaml', overrides), named);
}

/** The county of CSV files, with other tables. */
export function compileCsv(tables: Tables, text = CSV_COUNTY): CompiledScenario {
  return compileText(text, [], { enterprises: ENTERPRISES_CSV, links: LINKS_CSV, ...tables });
}

/** The county with a piece of its text replaced. */
export function countyWith(piece: string | RegExp, other: string): string {
  const text = COUNTY.replace(piece, other);
  if (text === COUNTY) throw new Error(`the county has no ${String(piece)}`);
  return text;
}

/** The one error of a call. */
export function faultOf(call: () => unknown): InputFault {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.fault;
    throw error;
  }
  throw new Error('nothing was refused');
}
