// Each lever, curve and the market's opening, as if it never came: what a run without it is given.
import type { CompiledScenario } from './compile';
import type { Intervention } from './interventions';
import type { Override } from './lay-over';

export interface Without {
  readonly path: string;
  readonly section: 'levers' | 'market' | 'curves';
  /** What it acts on. */
  readonly acts: string;
  /** Where its track stays; null for a series that stands instead of others: those stand then. */
  readonly staysAt: number | null;
  readonly overrides: readonly Override[];
  readonly interventions: readonly Intervention[];
}

/** In the order of the scenario, levers first. What "off" is for a kind of lever is said where kinds are (acts.ts). */
export function withoutEach({ spec, schedule }: CompiledScenario): Without[] {
  const ids = [
    ...Object.keys(spec.levers).map((id) => ({ section: 'levers' as const, id, acts: spec.levers[id].acts })),
    { section: 'market' as const, id: 'opens', acts: 'opens' },
    ...Object.keys(spec.curves).map((id) => ({ section: 'curves' as const, id, acts: spec.curves[id].acts })),
  ];
  return ids.flatMap(({ section, id, acts }) => {
    const path = `${section}.${id}`;
    const track = schedule.tracks.find((one) => one.path === path);
    if (!track) return [];
    const { off } = track;
    const interventions = off === null ? [] : [{ path, day: 0, value: off }];
    const overrides =
      off === null ? [path, ...observing(spec, path)].map((gone) => ({ path: gone, value: 'null' })) : [];
    return [{ path, section, acts, staysAt: off, overrides, interventions }];
  });
}

/** Observations of a series cannot stay when it goes. */
function observing({ observations }: CompiledScenario['spec'], path: string): string[] {
  return Object.entries(observations).flatMap(([id, { lever }]) => (lever === path ? [`observations.${id}`] : []));
}
