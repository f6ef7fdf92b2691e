// Screens each scenario of an ESRI case and compares what is left of every firm, and the indices, with what was printed.
import { screen, type Screened } from '#libs/analysis';
import type { VariableError } from './compare';
import type { EsriCase, EsriScenario } from './esri-case';

/** Ratios of 0 .. 1; h is printed with 12 decimals. */
const TOLERANCE = 1e-9;
const ROUNDS_SHOWN = 'rounds say how the fixed point was reached, not where it lies';

interface Pair {
  readonly ours: number;
  readonly printed: number;
  readonly place: string;
}

/** What is compared, ours and as printed: of every firm, and of every scenario. */
interface Variable<Ours, Printed> {
  readonly name: string;
  readonly ours: (of: Screened) => Ours;
  readonly printed: (of: EsriScenario) => Printed;
}

const OF_FIRMS: readonly Variable<Float64Array, readonly number[]>[] = [
  { name: 'h_down', ours: (of) => of.downstreamRatio, printed: (of) => of.downstreamRatio },
  { name: 'h_up', ours: (of) => of.upstreamRatio, printed: (of) => of.upstreamRatio },
];
const OF_SCENARIOS: readonly Variable<number, number>[] = [
  { name: 'ESRI', ours: (of) => of.indexRatio, printed: (of) => of.index.both },
  { name: 'ESRI_down', ours: (of) => of.indexDownstreamRatio, printed: (of) => of.index.downstream },
  { name: 'ESRI_up', ours: (of) => of.indexUpstreamRatio, printed: (of) => of.index.upstream },
];
const ROUNDS: Variable<number, number> = { name: 'iterations', ours: (of) => of.rounds, printed: (of) => of.rounds };

/** One entry for each variable. */
export function compareEsri(one: EsriCase): VariableError[] {
  const { network, scenarios, toleranceRatio } = one;
  const screened = scenarios.map((_, failing) => {
    const psi = new Float64Array(network.count).fill(1);
    psi[failing] = 0;
    return screen(network, psi, { toleranceRatio });
  });
  return [
    ...OF_FIRMS.map((variable) => worstOf(variable.name, pairsByFirm(one, screened, variable))),
    ...OF_SCENARIOS.map((variable) => worstOf(variable.name, pairsByScenario(one, screened, variable))),
    { ...worstOf(ROUNDS.name, pairsByScenario(one, screened, ROUNDS)), shownBecause: ROUNDS_SHOWN },
  ];
}

function pairsByFirm(
  { scenarios, firms }: EsriCase,
  screened: readonly Screened[],
  { ours, printed }: Variable<Float64Array, readonly number[]>,
): Pair[] {
  return scenarios.flatMap((scenario, at) =>
    printed(scenario).map((value, row) => {
      return { ours: ours(screened[at])[row], printed: value, place: `scenario ${scenario.name} firm ${firms[row]}` };
    }),
  );
}

function pairsByScenario(
  { scenarios }: EsriCase,
  screened: readonly Screened[],
  { ours, printed }: Variable<number, number>,
): Pair[] {
  return scenarios.map((scenario, at) => {
    return { ours: ours(screened[at]), printed: printed(scenario), place: `scenario ${scenario.name}` };
  });
}

function worstOf(variable: string, pairs: readonly Pair[]): VariableError {
  let worst: VariableError = { variable, error: 0, tolerance: TOLERANCE, shownBecause: undefined, place: '' };
  for (const { ours, printed, place } of pairs) {
    const difference = Math.abs(ours - printed);
    const error = Number.isNaN(difference) ? Infinity : difference;
    if (error > worst.error) worst = { ...worst, error, place };
  }
  return worst;
}
