// The finding in words: the change as a subject, the headline, names of runs and sectors.
import type { Lever, Name } from '#libs/api';
import { count, percent, runDates, type RunDates } from '#libs/words';
import { useMemo } from 'react';
import { useAnswer } from '../../api/queries';
import { DECIDE_WORDS } from '../../words/decide';
import { useSpeech, type Speech } from '../../words/language';
import { changesOf, deltaOf, type Change } from './changes';
import type { Told } from './finding';
import { axisDaysOf, type Comparison } from './shape';
import { COMPARE_WORDS } from './languages';
import type { ChangeSaid, CompareWords, HeadlineSaid } from './words';

export interface Said {
  readonly words: CompareWords;
  readonly dates: RunDates;
  readonly sector: (id: string | null) => string;
  readonly cause: (of: { readonly cause: string; readonly sector: string | null }) => string;
  readonly changes: (at: number) => readonly Change[];
  /** Of a run: "base", or what was changed in it. */
  readonly run: (at: number) => string;
  readonly headline: (at: number, told: Told) => readonly [string, string, string];
  readonly value: (change: Change, of: string | null) => string;
}

export function useSaid(comparison: Comparison): Said {
  const speech = useSpeech();
  const base = comparison.runs[0];
  const levers = useAnswer('readLevers', { params: { run: base.run } });
  return useMemo(() => saidOf(comparison, speech, levers.data ?? []), [comparison, speech, levers.data]);
}

function saidOf(comparison: Comparison, speech: Speech, levers: readonly Lever[]): Said {
  const { language, nameOf, shared, yuan } = speech;
  const words = COMPARE_WORDS[language];
  const { runs, sectorNames } = comparison;
  const dates = runDates({ start: runs[0].start, days: axisDaysOf(comparison), language });
  const names: Readonly<Record<string, Name | undefined>> = sectorNames;
  const sector = (id: string | null): string => (id === null ? shared.roads : nameOf(names[id] ?? { en: id }));
  const causes: Readonly<Record<string, string>> = shared.causes;
  const changes = (at: number): readonly Change[] => changesOf(comparison, at, levers);
  const subject = (at: number): ChangeSaid => subjectOf(changes(at), words, speech);
  return {
    ...{ words, dates, sector, changes },
    cause: ({ cause, sector: of }) => `${sector(of)} · ${causes[cause] ?? cause}`,
    run: (at) => (at === 0 ? words.base : `+ ${subject(at).text}`),
    headline: (at, told) => words.headline(subject(at), headlineOf(told, dates, yuan)),
    value: (change, of) => valueOf(change, of, speech),
  };
}

function headlineOf({ finding }: Told, dates: RunDates, yuan: (value: number) => string): HeadlineSaid {
  switch (finding.of) {
    case 'same':
    case 'little':
      return { of: finding.of };
    case 'days':
      return { of: 'days', days: finding.days };
    case 'reached':
    case 'missed':
      return { of: finding.of, date: dates.of(finding.day) };
    case 'yuan':
      return { of: 'yuan', money: yuan(Math.abs(finding.yuan)), isSaved: finding.yuan > 0 };
    default:
      return finding satisfies never;
  }
}

/** Values of a lever that are told in a headline. */
const MOST_STEPS = 3;

function subjectOf(changes: readonly Change[], words: CompareWords, speech: Speech): ChangeSaid {
  if (changes.length === 0) return words.nothingElse;
  const delta = deltaOf(changes);
  if (delta) {
    const { lever, by, to } = delta;
    const name = speech.nameOf(lever.name);
    if (lever.kind === 'switch') return to > 0 ? words.switchedOn(name) : words.switchedOff(name);
    if (lever.kind === 'count') {
      const size = count(Math.abs(by), Number.isInteger(by) ? 0 : 1);
      const unit = speech.nameOf(lever.unit);
      return by > 0 ? words.raised(size, unit, name) : words.lowered(size, unit, name);
    }
    return words.setTo(name, lever.kind === 'ratio' ? percent(to) : count(to, 2));
  }
  const paths = new Set(changes.map(({ path }) => path));
  const [first] = changes;
  if (paths.size === 1) {
    const name = first.lever ? speech.nameOf(first.lever.name) : first.path;
    if (first.lever?.kind === 'switch' && Number(first.after) > 0) return words.switchedOn(name);
    if (first.after === null) return words.switchedOff(name);
    const values = changes.slice(0, MOST_STEPS).map((change) => valueOf(change, change.after, speech));
    return words.setTo(name, [...new Set(values)].join(' → '));
  }
  return words.severalChanges(paths.size);
}

function valueOf({ lever }: Change, of: string | null, { language }: Speech): string {
  if (of === null) return '–';
  const value = Number(of);
  if (!lever || !Number.isFinite(value)) return of;
  const { on, off } = DECIDE_WORDS[language];
  if (lever.kind === 'switch') return value > 0 ? on : off;
  return lever.kind === 'ratio' ? percent(value) : count(value, Number.isInteger(value) ? 0 : 2);
}
