// Settings of one run, as they are typed: one a line, path=value.
import type { Setting } from '#libs/api';

/** The settings, or the first line that is none. */
export function settingsOf(text: string): { readonly set: readonly Setting[]; readonly bad: string | undefined } {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replace(/^--set\s+/, ''))
    .filter((line) => line !== '');
  const set = lines.map((line) => {
    const at = line.indexOf('=');
    return { path: line.slice(0, Math.max(0, at)).trim(), value: at < 0 ? '' : line.slice(at + 1).trim() };
  });
  const bad = lines.find((_, at) => set[at].path === '' || set[at].value === '');
  return { set, bad };
}
