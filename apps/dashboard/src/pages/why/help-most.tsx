// What would help most from this day on, by relief, and a fork with a lever that acts on it.
import type { Relief } from '#libs/api';
import { percent } from '#libs/words';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/client';
import { useAnswer } from '../../api/queries';
import { Chart, Defined } from '../../charts';
import { Refusal } from '../../shell/decide/refusal';
import { go } from '../../state/place';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { useNames } from './names';
import { proposalFor, type Proposal } from './relief';
import type { CauseShare } from './tree';
import { WHY_WORDS } from './words';

export function HelpMost({ main }: { readonly main: CauseShare }): ReactNode {
  const { run, day } = useScope();
  const { language, shared, yuan } = useSpeech();
  const words = WHY_WORDS[language];
  const names = useNames();
  const dates = useDates();
  const queries = useQueryClient();
  const known = useAnswer('listReliefs', { params: { run: run.id } });
  const asked = useMutation({
    mutationFn: () => ask('askRelief', { params: { run: run.id }, body: { day } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['listReliefs'] }),
  });
  const table = asked.data?.day === day ? asked.data : known.data?.tables.find((one) => one.day === day);
  const isUnderWay = asked.isPending || (known.data?.underWay.includes(day) ?? false);
  const title = words.helpTitle(dates.of(day));
  const rows = (): { columns: string[]; rows: string[][] } => ({
    columns: [shared.lifted, shared.gain, shared.ofBaseline],
    rows: (table?.reliefs ?? []).map((one) => [names.cause(one), yuan(one.gainYuan), percent(one.shareOfBaseline, 1)]),
  });
  if (table) {
    return (
      <Chart
        id="relief"
        title={<Defined name="bottleneckByRelief">{title}</Defined>}
        name={title}
        table={rows}
        className="help-most"
      >
        {() => <Helps table={table} main={main} />}
      </Chart>
    );
  }
  return (
    <section className="chart help-most" aria-label={title}>
      <h2>
        <Defined name="bottleneckByRelief">{title}</Defined>
      </h2>
      <p className="label" aria-live="polite">
        {isUnderWay ? words.computing : words.helpUnknown(dates.of(day))}
      </p>
      <p className="actions">
        <button onClick={() => asked.mutate()} disabled={isUnderWay}>
          {words.compute}
        </button>
      </p>
      <Refusal error={asked.error} />
    </section>
  );
}

function Helps({ table, main }: { readonly table: Relief; readonly main: CauseShare }): ReactNode {
  const { run } = useScope();
  const { language, yuan } = useSpeech();
  const words = WHY_WORDS[language];
  const names = useNames();
  const dates = useDates();
  const [isAll, setAll] = useState(false);
  const levers = useAnswer('readLevers', { params: { run: run.id } });
  const best = table.reliefs[0];
  if (!best || best.gainYuan <= 0) return <p className="label">{words.helpNothing(dates.of(table.day))}</p>;
  const isMain = best.cause === main.cause && best.sector === main.sector;
  const proposal = levers.data && proposalFor(best.cause, levers.data, table.day);
  return (
    <>
      <p className="helps">{names.cause(best)}</p>
      <p className="label">
        {words.helpGain(yuan(best.gainYuan), table.overDays, table.reliefs.length)}{' '}
        {isMain ? words.helpMain : words.helpOther}
      </p>
      {proposal && <ForkWith {...{ proposal }} day={table.day} />}
      {levers.data && !proposal && <p className="label">{words.noLever}</p>}
      {isAll && (
        <ol className="reliefs">
          {table.reliefs.map((one) => (
            <li key={names.cause(one)}>
              <span>{names.cause(one)}</span> <span>{yuan(one.gainYuan)}</span>
            </li>
          ))}
        </ol>
      )}
      {table.reliefs.length > 1 && (
        <p className="actions">
          <button aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? words.fewer : words.all(table.reliefs.length)}
          </button>
        </p>
      )}
    </>
  );
}

function ForkWith({ proposal, day }: { readonly proposal: Proposal; readonly day: number }): ReactNode {
  const { run } = useScope();
  const { language, nameOf, count, percent } = useSpeech();
  const words = WHY_WORDS[language];
  const { lever, now, value } = proposal;
  const fork = useMutation({
    mutationFn: () =>
      ask('forkRun', { params: { run: run.id }, body: { day, set: [{ path: lever.path, value: String(value) }] } }),
    onSuccess: (made) => go('compare', { runs: `${run.id},${made.id}` }),
  });
  const shown = (of: number): string =>
    lever.kind === 'ratio' ? percent(of) : count(of, Number.isInteger(of) ? 0 : 2);
  return (
    <>
      <p className="label lever-set">
        {words.forkSets(nameOf(lever.name), shown(now), shown(value), lever.kind === 'ratio' ? '' : nameOf(lever.unit))}
      </p>
      <p className="actions">
        <button className="primary" onClick={() => fork.mutate()} disabled={fork.isPending}>
          {fork.isPending ? words.forking : words.forkWith}
        </button>
      </p>
      <Refusal error={fork.error} />
    </>
  );
}
