// Shocks that begin and end, levers and curves that change, the market's opening, the start from another state.
import { atRestOf } from '#libs/scenario';
import type { Memory, Tell, TellingDay } from './memory';

export function tellDated(memory: Memory, { day, board }: TellingDay, tell: Tell): void {
  const { spec, schedule, chain } = memory.compiled;
  if (day === 0 && spec.initial) {
    const id = tell({ type: 'ShockBegan', causes: [], shock: 'initial', text: spec.initial.cause.en });
    memory.actedOn.fill(id);
    memory.startTold = id;
  }
  schedule.tracks.forEach(({ path, values }, track) => {
    const isShock = path.startsWith('shocks.');
    const id = isShock ? tellShock(path, values, day, tell) : tellLever(memory, path, values, day, tell);
    if (id === undefined) return;
    memory.pulled.set(path, { id, day, onId: values[day] > 0 ? id : memory.pulled.get(path)?.onId });
    // What stands from the first day on is part of the state in which the run begins.
    if (isShock || day > 0 || memory.startTold === undefined)
      for (const sector of memory.actingSectors[track]) memory.actedOn[sector] = id;
    for (const road of memory.quotaRoads[track]) {
      memory.quotaSet.set(road, [...(memory.quotaSet.get(road) ?? []), { id, day }]);
    }
  });
  const { market } = schedule;
  if (market && memory.marketTold === undefined && schedule.tracks[market.opens].values[day] > 0) {
    const { stageStarts } = chain.enterprises;
    const shops = stageStarts.exporters - stageStarts.markets;
    let open = 0;
    for (let i = stageStarts.markets; i < stageStarts.exporters; i++) open += board.isOpen[i];
    const id = tell({ type: 'MarketOpened', causes: [], shopsOpen: open, share: shops > 0 ? open / shops : 0 });
    memory.marketTold = id;
    chain.sectors.forEach(({ stage }, sector) => {
      if (stage === 'markets') memory.actedOn[sector] = id;
    });
  }
}

function tellShock(path: string, values: Float64Array, day: number, tell: Tell): string | undefined {
  const before = day > 0 ? values[day - 1] : 1;
  const shock = path.slice('shocks.'.length);
  if (before === 1 && values[day] !== 1) {
    return tell({ type: 'ShockBegan', causes: [], shock, text: `${Math.round(values[day] * 100)} %` });
  }
  if (before !== 1 && values[day] === 1) return tell({ type: 'ShockEnded', causes: [], shock, text: '100 %' });
  return undefined;
}

/**
 * A step is told on its day; a straight rise on the day it begins, and its end on the day it is reached; on the first day,
 * what does not stand at rest.
 */
function tellLever(
  { compiled }: Memory,
  path: string,
  values: Float64Array,
  day: number,
  tell: Tell,
): string | undefined {
  if (day === 0) {
    const atRest = atRestOf(compiled.spec, path);
    if (atRest === undefined || values[0] === atRest) return undefined;
    return tell({ type: 'LeverPulled', causes: [], lever: path, value: values[0] });
  }
  if (values[day] === values[day - 1]) return undefined;
  const wasMoving = day > 1 && values[day - 1] !== values[day - 2];
  const isLast = day + 1 >= values.length || values[day + 1] === values[day];
  if (wasMoving && !isLast) return undefined;
  return path === 'market.opens'
    ? undefined
    : tell({ type: 'LeverPulled', causes: [], lever: path, value: values[day] });
}
