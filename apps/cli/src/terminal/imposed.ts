// What the scenario imposes instead of the model causing it: said in one line, so that nobody reads it as a finding.
import { cut, widthOf } from './columns';
import type { Page } from './page';

export function drawImposed({ summary, words, width }: Page): string[] {
  const { curves } = summary;
  if (curves.length === 0) return [];
  const byAct = new Map<string, number>();
  for (const { acts } of curves) byAct.set(acts, (byAct.get(acts) ?? 0) + 1);
  const acts = [...byAct].map(([act, times]) => `${words.acts[act] ?? act} ${times}`).join(words.comma);
  const lead = `${words.imposed}${words.colon}${acts}`;
  const sources = [...new Set(curves.flatMap(({ source }) => (source === null ? [] : [source])))].sort(bySize);
  for (let keep = sources.length; keep > 0; keep--) {
    const named = sources.slice(0, keep).join(' ') + (keep < sources.length ? ` +${sources.length - keep}` : '');
    const line = `${lead}${words.semicolon}${words.curvesFrom(named)}`;
    if (widthOf(line) <= width) return [line];
  }
  return [cut(lead, width)];
}

/** Short names first, so that K4 stands before K29. */
const bySize = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
