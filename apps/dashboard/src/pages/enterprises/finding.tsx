// The headline: how many are still far from normal, and where.
import type { ReactNode } from 'react';
import { useAnswer, useBytes } from '../../api/queries';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { standingOf } from './standing';
import { ENTERPRISES_WORDS } from './words';

export function Finding({ sector }: { readonly sector: string | undefined }): ReactNode {
  const { run, day, today } = useScope();
  const { language, nameOf, count, percent, words: shell } = useSpeech();
  const words = ENTERPRISES_WORDS[language];
  const dates = useDates();
  const params = { run: run.id };
  const field = useAnswer('readField', { params }, { isSealed: true });
  const bytes = useBytes(
    'readFieldDay',
    { params: { ...params, day } },
    { enabled: today !== undefined, keepsBefore: true },
  );
  const standing = bytes.data && field.data ? standingOf(bytes.data, field.data.groups, sector) : undefined;
  const group = field.data?.groups.find((one) => one.sector === sector);
  const whose = words.whose(count(standing?.all ?? 0), group && nameOf(group.name));
  const title = !today
    ? words.notYet
    : !standing
      ? '\u00a0'
      : standing.belowHalf > 0
        ? standing.belowHalf === standing.all
          ? words.allBelow(whose)
          : words.belowHalf(count(standing.belowHalf), whose)
        : standing.back < standing.all
          ? words.notBack(count(standing.all - standing.back), whose)
          : words.allBack(whose);
  return (
    <header className="finding">
      <p className="label">
        {words.on(dates.of(day))} · {shell.dayOf(day, run.days)}
      </p>
      <h1>{title}</h1>
      <p className="lead">
        {standing
          ? [
              standing.most && sector === undefined
                ? words.mostIn(nameOf(standing.most.name), count(standing.most.count))
                : '',
              standing.asleep > 0 ? words.nearlyNothing(count(standing.asleep)) : '',
              words.back(count(standing.back), percent(standing.back / Math.max(1, standing.all))),
            ].join(language === 'zh' ? '' : ' ')
          : today
            ? ''
            : words.pressPlay}
      </p>
    </header>
  );
}
