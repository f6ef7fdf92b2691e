// The made-up runs that the specs draw.
import type { ObservedAgainstSimulated, RunSummary } from '#libs/analysis';
import { madeUpRun, ramp, type MadeUpSector } from './made-up-run.fixture';

const dip = (from: number, to: number, lowest: number, backDays = 6) =>
  ramp([from - 1, 1], [from, (1 + lowest) / 2], [from + 2, lowest], [to, lowest], [to + backDays, 1]);

const turn =
  (...spells: readonly (readonly [untilDay: number, bound: string])[]) =>
  (day: number): string =>
    (spells.find(([untilDay]) => day < untilDay) ?? spells[spells.length - 1])[1];

/** A chain that starts shut and comes back in its order: shops closed till day 17, dyeing on a slow ramp. */
export const keqiaoSectors: readonly MadeUpSector[] = [
  {
    id: 'heat',
    name: { en: 'Heat', zh: '热电' },
    valueAddedYuanPerDay: 6e6,
    capacityRecovery: ramp([0, 0.3], [8, 0.34], [9, 0.6], [15, 0.9], [25, 1]),
    resumption: ramp([8, 0.34], [9, 1]),
    bound: turn([9, 'gate'], [60, 'demand']),
  },
  {
    id: 'fibre',
    name: { en: 'Fibre', zh: '化纤' },
    valueAddedYuanPerDay: 15e6,
    capacityRecovery: ramp([0, 0.1], [9, 0.12], [12, 0.5], [23, 0.93], [33, 0.99]),
    resumption: ramp([8, 0.05], [9, 1]),
    bound: turn([10, 'gate'], [24, 'capacity'], [60, 'input']),
  },
  {
    id: 'weaving',
    name: { en: 'Weaving', zh: '织造' },
    valueAddedYuanPerDay: 93e6,
    capacityRecovery: ramp([9, 0], [14, 0.2], [24, 0.8], [33, 0.97]),
    resumption: ramp([9, 0], [25, 1]),
    bound: turn([22, 'gate'], [60, 'capacity']),
  },
  {
    id: 'auxiliaries',
    name: { en: 'Auxiliaries', zh: '染料助剂' },
    valueAddedYuanPerDay: 10e6,
    capacityRecovery: ramp([9, 0.05], [24, 0.7], [31, 0.98]),
    resumption: ramp([9, 0.1], [23, 1]),
    bound: turn([20, 'gate'], [60, 'demand']),
  },
  {
    id: 'dyeing',
    name: { en: 'Dyeing', zh: '印染' },
    valueAddedYuanPerDay: 75e6,
    capacityRecovery: ramp([9, 0.05], [17, 0.5], [24, 0.74], [29, 0.83], [48, 0.985]),
    resumption: ramp([9, 0.3], [13, 1]),
    bound: turn([11, 'gate'], [60, 'capacity']),
  },
  {
    id: 'made-up',
    name: { en: 'Made-up', zh: '成品' },
    valueAddedYuanPerDay: 10e6,
    capacityRecovery: ramp([11, 0], [25, 0.55], [33, 0.95]),
    resumption: ramp([11, 0], [25, 1]),
    bound: turn([20, 'gate'], [26, 'capacity'], [60, 'input']),
  },
  {
    id: 'market',
    name: { en: 'Market', zh: '市场' },
    valueAddedYuanPerDay: 60e6,
    capacityRecovery: ramp([9, 0], [10, 0.08], [16, 0.08], [17, 0.36], [24, 0.81], [36, 0.97]),
    resumption: ramp([16, 0], [17, 0.42], [30, 0.85], [45, 0.97]),
    bound: turn([17, 'gate'], [60, 'demand']),
  },
  {
    id: 'exporters',
    name: { en: 'Exporters', zh: '外贸' },
    valueAddedYuanPerDay: 30e6,
    capacityRecovery: ramp([11, 0], [18, 0.18], [27, 0.88], [38, 1]),
    resumption: ramp([11, 0.02], [22, 1]),
    bound: turn([17, 'gate'], [60, 'input']),
  },
];

const observation = (
  id: string,
  role: 'input' | 'target' | 'check',
  rest: Partial<ObservedAgainstSimulated>,
): ObservedAgainstSimulated => ({
  subject: null,
  id,
  role,
  metric: 'capacityRecovery',
  unit: 'ratio',
  day: 29,
  observed: 1,
  atLeast: false,
  simulated: 1,
  within: true,
  tolerance: null,
  source: id,
  ...rest,
});

export const keqiaoObservations: readonly ObservedAgainstSimulated[] = [
  observation('K4', 'target', {
    observed: 0.92,
    atLeast: true,
    simulated: 0.9,
    within: false,
    tolerance: { points: 1 },
  }),
  observation('K19-shops', 'target', {
    metric: 'shopsOpen',
    unit: 'shops',
    day: 27,
    observed: 17_865,
    simulated: 17_919,
  }),
  observation('K19-turnover', 'target', {
    metric: 'turnover',
    unit: 'yuan',
    day: 27,
    observed: 2.497e9,
    simulated: 2.475e9,
  }),
  observation('K19-buyers', 'check', {
    metric: 'visitors',
    unit: 'visitors',
    day: 27,
    observed: 178_216,
    simulated: 177_157,
  }),
  observation('K6', 'check', { metric: 'resumption' }),
  observation('K5', 'check', { metric: 'daysAbove', unit: 'days', observed: 10, simulated: 9, within: false }),
  observation('K23', 'check', { metric: 'firstContainer', unit: 'day', day: null, observed: 14, simulated: 15 }),
  observation('K25', 'check', { metric: 'resumption', day: 33 }),
  observation('K13', 'input', { metric: 'lever', unit: 'value', observed: 94, simulated: 94, within: null }),
  observation('K18', 'input', {
    metric: 'marketOpening',
    unit: 'day',
    day: null,
    observed: 17,
    simulated: 17,
    within: null,
  }),
];

const acts = [
  'open',
  'open',
  'open',
  'capacity',
  'open',
  'open',
  'capacity',
  'open',
  'open',
  'capacity',
  'open',
  'capacity',
  'open',
  'capacity',
  'demand',
  'demand',
];
const sources = ['K3', 'K15', 'K15', 'K4', 'K29', 'K29', 'K4', 'K29', 'K6', 'K5', 'K29', 'K4', 'K25', 'K7', 'A', 'A'];

export const keqiao = (rest: Partial<RunSummary> = {}): RunSummary =>
  madeUpRun(60, keqiaoSectors, {
    scenario: { id: 'keqiao', name: { en: 'Keqiao', zh: '柯桥' } },
    observations: keqiaoObservations,
    curves: acts.map((act, index) => ({ path: `curves.c${index}`, acts: act, source: sources[index] })),
    recoverability: { steady: true, recovered: true, afterDays: 42, capacityRecovery: 0.9993 },
    warnings: [
      { code: 'SCN_THIN_COVER', text: 'heat holds 2 days of cover, which is less than its restoring time of 6 days' },
    ],
    leverCosts: [{ path: 'levers.passes', yuan: 211_500 }],
    ...rest,
  });

/** A chain in flow, dyeing hit on day 20 for 15 days: the shortage goes up to weaving and down to the ports. */
export const shocked = (days = 60, rest: Partial<RunSummary> = {}): RunSummary => {
  const dips: Record<string, (day: number) => number> = {
    dyeing: dip(20, 35, 0.4),
    weaving: dip(22, 38, 0.62),
    market: dip(25, 40, 0.7),
    auxiliaries: dip(22, 37, 0.8),
    exporters: dip(30, 46, 0.66, 9),
    'made-up': dip(28, 42, 0.85),
    fibre: dip(29, 41, 0.9),
  };
  const sectors = keqiaoSectors.map(({ id, name, valueAddedYuanPerDay }) => ({
    id,
    name,
    valueAddedYuanPerDay,
    capacityRecovery: dips[id] ?? (() => 1),
    bound: () => (id === 'dyeing' ? 'capacity' : 'input'),
    resumption: () => 1,
  }));
  return madeUpRun(days, sectors, {
    scenario: { id: 'shock', name: { en: 'Dyeing at 40 %', zh: '印染降到四成' } },
    ...rest,
  });
};

/** Nothing happens. */
export const undisturbed = (days = 60, rest: Partial<RunSummary> = {}): RunSummary =>
  madeUpRun(
    days,
    keqiaoSectors.map(({ id, name, valueAddedYuanPerDay }) => ({
      id,
      name,
      valueAddedYuanPerDay,
      capacityRecovery: () => 1,
    })),
    rest,
  );
