// Levers as rows under the days: which are shown first, and their steps.
import type { Lever, Run } from '#libs/api';
import { spellsOf } from '../../../charts/spells';

export interface LeverRow {
  readonly lever: Lever;
  readonly spells: readonly { readonly from: number; readonly to: number; readonly value: number }[];
  readonly most: number;
  /** Decided during the run, or in its fork. */
  readonly isDecided: boolean;
}

/** More steps than this are a slope, which says less than a step. */
const MOST_STEPS = 8;

/** Those that were decided first, then those that change most often; what never acts is left out. */
export function leverRows(levers: readonly Lever[], run: Run): readonly LeverRow[] {
  const decided = new Set([...run.commands, ...run.interventions].map(({ path }) => path));
  return levers
    .filter(({ canIntervene, values }) => canIntervene && values.some((value) => value !== null && value !== 0))
    .map((lever) => {
      const most = Math.max(...lever.values.map((value) => value ?? 0), 1e-9);
      const spells = spellsOf(lever.values.map(String)).flatMap(({ from, to }) => {
        const value = lever.values[from];
        return value === null || value === 0 ? [] : [{ from, to, value }];
      });
      const steps = spells.length > MOST_STEPS ? 0 : changesOf(lever.values);
      const isCounted = lever.kind === 'count' ? 1 : 0;
      return {
        row: { lever, spells, most, isDecided: decided.has(lever.path) },
        rank: (decided.has(lever.path) ? 1000 : 0) + isCounted * 10 + steps,
      };
    })
    .sort((one, other) => other.rank - one.rank)
    .map(({ row }) => row);
}

function changesOf(values: readonly (number | null)[]): number {
  return values.filter((value, day) => day > 0 && value !== values[day - 1]).length;
}

export interface Marker {
  readonly day: number;
  readonly lever: Lever;
  readonly isOn: boolean;
}

/** What is switched on or off while the run goes on: worth a line through the curve. */
export function markersOf(levers: readonly Lever[], most: number): readonly Marker[] {
  return levers
    .filter(({ kind }) => kind === 'switch')
    .flatMap((lever) =>
      lever.values.flatMap((value, day): Marker[] =>
        day > 0 && value !== lever.values[day - 1] ? [{ day, lever, isOn: (value ?? 0) > 0 }] : [],
      ),
    )
    .sort((one, other) => rankOf(other) - rankOf(one) || one.day - other.day)
    .slice(0, most)
    .sort((one, other) => one.day - other.day);
}

/** What everybody felt comes before what a few did. */
const WEIGHTY = ['market.opens', 'checkpoint', 'greenChannel', 'filing'];
const rankOf = ({ lever: { acts } }: Marker): number =>
  WEIGHTY.includes(acts) ? WEIGHTY.length - WEIGHTY.indexOf(acts) : 0;
