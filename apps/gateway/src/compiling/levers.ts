// Levers as a form shows them.
import type { Lever } from '#libs/api';
import type { CompiledScenario } from '#libs/scenario';
import { leverWords } from '#libs/words';

/** No entry control is more than any number of visitors: nothing acts. */
const UNBOUNDED = 1e15;

/** Levers, then the market, then curves and shocks; each in the order of the file. */
export function leversIn({ spec, schedule }: Pick<CompiledScenario, 'spec' | 'schedule'>): Lever[] {
  const ordered = SECTIONS.flatMap((section) => schedule.tracks.filter(({ path }) => path.startsWith(`${section}.`)));
  return ordered.map(({ path, values }) => {
    const [section, id] = path.split('.');
    const acts = actsOf(spec, section, id);
    const { name, unit, kind } = leverWords(acts);
    const isAlone = ordered.filter((one) => actsOf(spec, ...partsOf(one.path)) === acts).length === 1;
    return {
      path,
      name: isAlone ? name : { en: `${name.en} (${id})`, zh: `${name.zh}（${id}）` },
      acts,
      kind,
      unit,
      // What planners decide; curves are what was observed, shocks what the world does.
      canIntervene: section === 'levers' || section === 'market',
      values: Array.from(values, (value) => (value >= UNBOUNDED ? null : value)),
    };
  });
}

const SECTIONS = ['levers', 'market', 'curves', 'shocks'] as const;

function partsOf(path: string): [section: string, id: string] {
  const [section, id] = path.split('.');
  return [section, id];
}

function actsOf({ levers, curves, shocks }: CompiledScenario['spec'], section: string, id: string): string {
  if (section === 'market') return `market.${id}`;
  const series = section === 'levers' ? levers : section === 'curves' ? curves : shocks;
  return series[id].acts;
}
