// What the scenario imposes instead of the model causing it: which curve, and from where, so that nobody reads it as a
// finding.
import { cut, flow } from './columns';
import type { Page } from './page';

const MOST_ROWS = 3;
/** Source of what nobody has reported. */
const ASSUMED = 'assumed';

export function drawImposed({ summary, words, width }: Page): string[] {
  const { curves } = summary;
  if (curves.length === 0) return [];
  const bySource = new Map<string, string[]>();
  for (const { path, source } of curves) {
    const name = path.slice(path.indexOf('.') + 1);
    bySource.set(source ?? '', [...(bySource.get(source ?? '') ?? []), name]);
  }
  const sources = [...bySource].sort(([a], [b]) => bySize(a, b));
  const told = (source: string): string => (source === '' ? '' : `${source === ASSUMED ? words.assumed : source} `);
  const names = sources.flatMap(([source, ids]) =>
    ids.map((id, i) => `${i === 0 ? told(source) : ''}${id}${i < ids.length - 1 ? ',' : ';'}`),
  );
  const last = names.length - 1;
  names[last] = names[last].slice(0, -1);
  const [first, ...rest] = names;
  const rows = flow([`${words.imposed}${words.colon}${first}`, ...rest], {
    between: ' ',
    columns: width,
    indent: '  ',
  });
  if (rows.length <= MOST_ROWS) return rows;
  const shown = rows.slice(0, MOST_ROWS);
  const left = rows.slice(MOST_ROWS).join(' ').trim().split(/ +/).length;
  return [...shown.slice(0, -1), `${cut(shown[MOST_ROWS - 1], width - 8)} +${left}`];
}

/** Short names first, so that K4 stands before K29 and `assumed` last; those without a source at the very end. */
const bySize = (a: string, b: string): number =>
  (a.length || Infinity) - (b.length || Infinity) || (a < b ? -1 : a > b ? 1 : 0);
