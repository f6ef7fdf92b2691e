// Passes that the office grants: one milestone a day and road, all its corridors together. Its cause is the latest change
// of the quota at the time when those passes were applied for.
import type { CompiledScenario } from '#libs/scenario';
import type { Memory, Tell, TellingDay } from './memory';

/** Per track, the roads whose quota it sets. */
export function roadsOfTracks({ chain, schedule }: CompiledScenario): readonly (readonly string[])[] {
  const roads = schedule.tracks.map((): string[] => []);
  for (const { track, corridors } of schedule.passes) {
    roads[track] = [...new Set(corridors.map((corridor) => chain.corridors.road[corridor]))];
  }
  return roads;
}

export function tellPasses({ chain, quotaSet }: Memory, { day, board }: TellingDay, tell: Tell): void {
  const { road, officeDays } = chain.corridors;
  const roads = new Map<string, { passes: number; holders: number; filedOn: number }>();
  for (let corridor = 0; corridor < road.length; corridor++) {
    const of = roads.get(road[corridor]) ?? { passes: 0, holders: 0, filedOn: day - officeDays[corridor] };
    of.passes += board.passesGranted[corridor];
    of.holders += board.passHolders[corridor];
    roads.set(road[corridor], of);
  }
  for (const [name, { passes, holders, filedOn }] of roads) {
    if (passes === 0) continue;
    const cause = quotaSet
      .get(name)
      ?.filter((one) => one.day <= filedOn)
      .at(-1);
    tell({ type: 'PassGranted', causes: cause ? [cause.id] : [], road: name, passes, holders });
  }
}
