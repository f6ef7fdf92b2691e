// Why one enterprise lost output on a day: the tree of causes in columns, what a rerun without them says, how it got here.
import './why.css';
import type { Why } from '#libs/api';
import { percent } from '#libs/words';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useAnswer } from '../../api/queries';
import { Chart, type TableShape } from '../../charts';
import { Refusal } from '../../shell/decide/refusal';
import { choose, usePlace } from '../../state/place';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { columnsOf } from './columns';
import { HelpMost } from './help-most';
import { useNames } from './names';
import { pathOf } from './path';
import { Picker } from './picker';
import { RemovedCauses } from './removed';
import { csvOf, isoDate, rowsOf, type TreeRow } from './told-tree';
import type { WhyNode } from './tree';
import { useWorthAsking } from './use-worth-asking';
import { Way } from './way';
import { useThroughName, WhyColumns } from './why-columns';
import { WhyList } from './why-list';
import { WHY_WORDS } from './words';

/** As far back as `resumption why` goes by itself. */
const DEPTH = 3;
/** Below this width the columns stand one below the other. */
const WIDE = 640;
/** A largest cause that is smaller is no main cause. */
const LEAST_MAIN = 0.15;

export function WhyPage(): ReactNode {
  const { run, day, days, isFollowing, look } = useScope();
  const { choices } = usePlace();
  const words = WHY_WORDS[useSpeech().language];
  const dates = useDates();
  const given = choices['enterprise'];
  const found = useWorthAsking(given === undefined);
  // One question is about one day, also while the run goes on.
  const isMoving = isFollowing && days.length > 0 && run.status === 'running';
  useEffect(() => {
    if (isMoving) look(day);
  }, [isMoving, day, look]);
  useEffect(() => {
    if (given === undefined && found.id !== undefined) choose({ enterprise: found.id });
  }, [given, found.id]);
  if (days.length === 0) return <Plain title={words.title} lead={words.notSealed} />;
  if (!run.accountsForLosses) return <Plain title={words.notAttributed} lead={words.notAttributedMend} />;
  if (given !== undefined) return <Asked enterprise={given} />;
  if (found.error) return <Plain title={words.title} lead={<Refusal error={found.error} />} picker />;
  if (found.isNobody) return <Plain title={words.noLoser(dates.of(day))} lead={words.noLoserLead} picker />;
  return <Working enterprise="" />;
}

function Asked({ enterprise }: { readonly enterprise: string }): ReactNode {
  const { run, day } = useScope();
  const { language, yuan } = useSpeech();
  const words = WHY_WORDS[language];
  const dates = useDates();
  const asked = (counterfactual: boolean) =>
    ({
      params: { run: run.id },
      query: { enterprise, day, depth: DEPTH, counterfactual: String(counterfactual) },
    }) as const;
  const why = useAnswer('askWhy', asked(false), { isSealed: true });
  const rerun = useAnswer('askWhy', asked(true), {
    enabled: why.data !== undefined && why.data.tree !== null,
    isSealed: true,
  });
  if (why.error) {
    return (
      <main className="page why">
        <Picker enterprise={enterprise} />
        <h1>{words.title}</h1>
        <Refusal error={why.error} />
      </main>
    );
  }
  if (!why.data) return <Working enterprise={enterprise} />;
  const tree = why.data.tree as unknown as WhyNode | null;
  if (tree === null || tree.causes.length === 0) {
    const lead = words.fullOutputLead(yuan(why.data.outputYuan), dates.of(day));
    return <Plain title={words.fullOutput(enterprise)} lead={lead} picker sector={why.data.sector} />;
  }
  return (
    <Found
      answer={why.data}
      tree={tree}
      rerun={rerun.error ? [] : (rerun.data?.counterfactuals ?? undefined)}
      refusal={rerun.error}
    />
  );
}

interface FoundShape {
  readonly answer: Why;
  readonly tree: WhyNode;
  readonly rerun: Why['counterfactuals'] | undefined;
  readonly refusal: Error | null;
}

function Found({ answer, tree, rerun, refusal }: FoundShape): ReactNode {
  const { run } = useScope();
  const { language, yuan, shared } = useSpeech();
  const words = WHY_WORDS[language];
  const names = useNames();
  const columns = useMemo(() => columnsOf(tree), [tree]);
  const path = useMemo(() => pathOf(tree), [tree]);
  const { main } = columns;
  const own = useAnswer('readEnterprise', { params: { run: run.id, id: answer.enterprise } });
  const bound = own.data?.bound[answer.day];
  const table = useTreeTable(tree);
  const rows = useMemo(() => rowsOf(tree), [tree]);
  const csv = useMemo(
    () => `data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(rows, (day) => isoDate(run.start, day)))}`,
    [rows, run.start],
  );
  return (
    <main className="page why">
      <Picker enterprise={answer.enterprise} sector={answer.sector} />
      <h1>
        {main.share >= LEAST_MAIN ? words.shareOfLoss(main.share, percent(main.share)) : words.noMainCause}
        <span className="stuck">▲ {names.phrase(main)}</span>
      </h1>
      <p className="lead">
        {words.lost(percent(answer.lostYuan / answer.baseYuan), yuan(answer.lostYuan))}{' '}
        <span className="read-on">{words.readOn}</span>
      </p>
      <div className="why-grid">
        <div>
          <Chart
            id="tree"
            title={shared.why}
            name={`${shared.why}: ${answer.enterprise}`}
            table={() => table(rows)}
            csv={csv}
            className="bare"
          >
            {(width) =>
              width >= WIDE ? (
                <WhyColumns answer={answer} columns={columns} heldBy={bound && shared.bounds[bound]} />
              ) : (
                <WhyList columns={columns} />
              )
            }
          </Chart>
          <Way enterprise={answer.enterprise} path={path} />
        </div>
        <aside>
          <RemovedCauses answer={answer} removed={rerun ?? undefined} />
          <Refusal error={refusal} />
          <HelpMost main={main} />
        </aside>
      </div>
    </main>
  );
}

function useTreeTable(tree: WhyNode): (rows: readonly TreeRow[]) => TableShape {
  const words = WHY_WORDS[useSpeech().language];
  const names = useNames();
  const nameOf = useThroughName();
  const dates = useDates();
  const told = ({ of, id, cause, sector, count }: WhyNode): string => {
    if (cause !== null) return names.cause({ cause, sector });
    if (of === 'output') return `${tree.id ?? ''} (${names.sector(sector)})`;
    const who = nameOf({ of, id, sector, count });
    return of === 'unmet' ? words.unmet(who) : who;
  };
  return (rows) => ({
    columns: [words.table.what, words.table.share, words.table.days],
    rows: rows.map(({ level, node, share }) => [
      `${'\u2003'.repeat(level)}${told(node)}`,
      percent(share, share < 0.01 ? 2 : 1),
      dates.range(node.fromDay, node.toDay),
    ]),
    numeric: [1],
  });
}

interface PlainShape {
  readonly title: string;
  readonly lead: ReactNode;
  readonly picker?: boolean;
  readonly sector?: string;
}

function Plain({ title, lead, picker = false, sector }: PlainShape): ReactNode {
  const { enterprise = '' } = usePlace().choices;
  return (
    <main className="page why">
      {picker && <Picker enterprise={enterprise} sector={sector} />}
      <h1>{title}</h1>
      <div className="lead">{lead}</div>
    </main>
  );
}

/** Ghosts in the final places, and what is being done. */
function Working({ enterprise }: { readonly enterprise: string }): ReactNode {
  const { days } = useScope();
  const words = WHY_WORDS[useSpeech().language];
  return (
    <main className="page why" aria-busy="true">
      {days.length > 0 && <Picker enterprise={enterprise} />}
      <h1 className="waiting">{words.working}</h1>
      <p className="lead" role="status">
        {words.workingNote}
      </p>
      <div className="why-grid" aria-hidden="true">
        <div className="ghost-columns">
          {[0, 1, 2, 3].map((at) => (
            <i key={at} />
          ))}
        </div>
        <aside className="ghosts">
          {[0, 1, 2].map((at) => (
            <i key={at} />
          ))}
        </aside>
      </div>
    </main>
  );
}
