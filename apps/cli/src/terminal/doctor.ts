// What a stack needs of this machine, a line each; below what is missing, what to type.
import type { Prerequisite } from '#libs/adapters';
import { doctorWordsOf, type DoctorWords } from './doctor-words';
import type { Language } from '#libs/words';
import { padEnd, widest } from './columns';
import { paintOf } from './paint';

interface Drawing {
  readonly language: Language;
  readonly color: boolean;
}

/** @param missing how many of the things that are needed are not there */
export function drawPrerequisites(
  prerequisites: readonly Prerequisite[],
  missing: number,
  { language, color }: Drawing,
): string {
  const words = doctorWordsOf(language);
  const paint = paintOf(color);
  const left = widest(prerequisites.map(({ name }) => words.things[name]));
  const lines = prerequisites.flatMap((one) => {
    const { name, isThere, isNeeded, install } = one;
    const mark = isThere ? paint.teal('✓') : isNeeded ? paint.orange('✗') : paint.grey('–');
    const line = `${mark} ${padEnd(words.things[name], left)}  ${stateOf(one, words)}`;
    return !isThere && isNeeded ? [line, `    ${paint.grey(words.install)}  ${install}`] : [line];
  });
  return [...lines, '', missing === 0 ? words.canStart : words.cannotStart(missing)].join('\n');
}

function stateOf({ name, version, isThere, isNeeded }: Prerequisite, words: DoctorWords): string {
  if (isThere) return version ?? '';
  if (version !== null) return words.tooOld(version);
  if (name === 'kafka') return words.fetchedLater;
  return isNeeded ? words.missing : words.notNeeded;
}
