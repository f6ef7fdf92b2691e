// The free numbers as they stand in the scenario's text, and the text with others in their places; all else stays as it
// is, blanks and comments included.
import { InputError } from '#libs/messages';
import { isScalar, parseDocument } from 'yaml';
import type { FreeKey } from './plan';

/** @throws InputError FIT_NO_KEY */
export function valuesInText(text: string, file: string, free: readonly FreeKey[]): number[] {
  return placesOf(text, file, free).map(({ value }) => value);
}

/** @throws InputError FIT_NO_KEY */
export function textWith(text: string, file: string, free: readonly FreeKey[], point: readonly number[]): string {
  const places = placesOf(text, file, free).map((place, i) => ({ ...place, value: point[i] }));
  return places
    .sort((a, b) => b.from - a.from)
    .reduce((whole, { from, to, value }) => whole.slice(0, from) + String(value) + whole.slice(to), text);
}

function placesOf(text: string, file: string, free: readonly FreeKey[]): { from: number; to: number; value: number }[] {
  const document = parseDocument(text);
  return free.map(({ path }) => {
    const node: unknown = document.getIn(path.split('.'), true);
    if (isScalar(node) && typeof node.value === 'number' && node.range)
      return { from: node.range[0], to: node.range[1], value: node.value };
    throw new InputError({
      code: 'FIT_NO_KEY',
      place: { file },
      path,
      reason: 'there is no number at this path.',
      mend: 'Write it as in the scenario.',
    });
  });
}
