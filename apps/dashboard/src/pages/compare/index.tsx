// Two to six runs side by side: what the change wins, where it shows, and what stays the bottleneck.
import './compare.css';
import { signed } from '#libs/words';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/queries';
import { Defined } from '../../charts';
import { Refusal } from '../../shell/decide/refusal';
import { useKeys } from '../../state/keys';
import { addressOf, choose, usePlace } from '../../state/place';
import { useSpeech } from '../../words/language';
import { BackDays } from './back-days';
import { ChooseRuns, MOST_RUNS } from './choose-runs';
import { Curves, dashOf, type CompareView } from './curves';
import { spreadOf } from './differences';
import { bestOf, findingOf, hasParted, isBetter, type Told } from './finding';
import { changeOf, LostByCause } from './lost-by-cause';
import { comparisonOf, RATES, type Comparison, type Rate } from './shape';
import { useSaid, type Said } from './use-said';
import { WhatChanged } from './what-changed';
import { WhereItShows } from './where-it-shows';
import { COMPARE_WORDS } from './languages';

const LISTED = 100;
/** While a run goes on, it is compared anew. */
const LOOK_AGAIN_MS = 2000;

export function ComparePage(): ReactNode {
  const { choices } = usePlace();
  const words = COMPARE_WORDS[useSpeech().language];
  const asked = (choices['runs'] ?? choices['run'] ?? '').split(',').filter(Boolean);
  const isAsked = asked.length >= 2 && choices['choose'] === undefined;
  const runs = useAnswer('listRuns', { query: { limit: LISTED } }, { everyMs: LOOK_AGAIN_MS });
  const isGoing = (runs.data ?? []).some(({ id, status }) => asked.includes(id) && status === 'running');
  const answer = useAnswer(
    'compareRuns',
    { query: { runs: asked.slice(0, MOST_RUNS).join(',') } },
    { enabled: isAsked, keepsBefore: true, everyMs: isGoing ? LOOK_AGAIN_MS : false },
  );
  if (isAsked && answer.data && answer.data.days > 0) {
    return <Compared comparison={comparisonOf(answer.data)} isGoing={isGoing} />;
  }
  const isWaiting = isAsked && (runs.data ?? []).some(({ id, projectedDay }) => asked.includes(id) && projectedDay < 0);
  const error = answer.error ?? runs.error;
  if (error && !isWaiting) {
    return (
      <main className="page compare">
        <h1>{words.title}</h1>
        <Refusal error={error} />
        <p className="actions">
          <button onClick={() => choose({ runs: null, run: null })}>{words.change}</button>
        </p>
      </main>
    );
  }
  if (!isAsked && runs.data) {
    return <ChooseRuns key={asked.join()} runs={runs.data} given={asked} />;
  }
  return (
    <main className="page compare" aria-busy="true">
      <h1 className="waiting">{words.working}</h1>
      <p className="lead" role="status">
        {isWaiting ? words.noDay : ''}
      </p>
      <div className="ghosts" aria-hidden="true">
        <i style={{ height: 24, width: '50%' }} />
        <i style={{ height: 300 }} />
        <i style={{ height: 180 }} />
      </div>
    </main>
  );
}

function Compared({ comparison, isGoing }: { readonly comparison: Comparison; readonly isGoing: boolean }): ReactNode {
  const { choices } = usePlace();
  const said = useSaid(comparison);
  const isOnlyDiffering = choices['only'] !== undefined;
  const { days, runs, chains } = comparison;
  const asked = Number(choices['at']);
  const at = Number.isInteger(asked) && asked > 0 && asked < runs.length ? asked : bestOf(comparison);
  const rate: Rate = RATES.find((one) => one === choices['rate']) ?? 'capacityRecovery';
  const given = choices['day'] === undefined ? NaN : Number(choices['day']);
  const { mostDay } = spreadOf(chains[0][rate], chains[at][rate], days);
  const day = Math.max(0, Math.min(days - 1, Number.isInteger(given) ? given : mostDay));
  const view: CompareView = { comparison, said, at, rate, day };
  const told = findingOf(comparison, at);
  useKeys({
    ',': () => choose({ day: Math.max(0, day - 1) }),
    '.': () => choose({ day: Math.min(days - 1, day + 1) }),
    d: () => choose({ only: isOnlyDiffering ? null : 1 }),
    t: () => choose({ table: choices['table'] === undefined ? 1 : null }),
  });
  return (
    <main className="page compare">
      <Picked view={view} isGoing={isGoing} />
      <Headline view={view} told={told} isGoing={isGoing} />
      <div className="compare-grid">
        <div>
          <RateChoice rate={rate} said={said} />
          <Curves view={view} />
          <WhereItShows {...{ view, isOnlyDiffering }} />
          <Figures view={view} />
          <p className="note">{said.words.keys}</p>
        </div>
        <aside>
          <WhatChanged view={view} />
          <LostByCause view={view} />
          <BackDays {...{ view, isOnlyDiffering }} />
          <p className="compare-worse">
            <b>
              {told.worse.length === 0
                ? said.words.noWorse
                : said.words.worse(told.worse.map(({ sector }) => said.sector(sector)).join(', '))}
            </b>
          </p>
        </aside>
      </div>
    </main>
  );
}

function Picked({ view, isGoing }: { readonly view: CompareView; readonly isGoing: boolean }): ReactNode {
  const { comparison, said, at } = view;
  const { words } = said;
  const { runs, randomNumbers, days } = comparison;
  const chance = { same: words.sameDraws, 'other seeds': words.otherSeeds, 'other chains': words.otherChains }[
    randomNumbers
  ];
  const isCut = runs.some((run) => run.days !== days);
  return (
    <div className="compare-picked label">
      {runs.map(({ run }, of) => (
        <span key={run} className={of === at ? 'run is-fork' : 'run'}>
          <LineSample of={of} at={at} />
          {of === 0 || runs.length === 2 ? (
            <a href={addressOf('live', { run, runs: null, at: null, day: null, rate: null })} title={words.openRun}>
              {said.run(of)}
            </a>
          ) : (
            <button
              className="quiet"
              aria-pressed={of === at}
              title={words.focus}
              onClick={() => choose({ at: of, day: null })}
            >
              {said.run(of)}
            </button>
          )}
          {runs.length > 2 && (
            <button
              className="quiet"
              aria-label={words.remove(said.run(of))}
              onClick={() =>
                choose({
                  runs: runs
                    .filter((_, one) => one !== of)
                    .map((one) => one.run)
                    .join(','),
                  at: null,
                })
              }
            >
              ×
            </button>
          )}
        </span>
      ))}
      <button className="quiet" onClick={() => choose({ choose: 1 })}>
        {words.change}
      </button>
      <span>{chance}</span>
      {isGoing && <span role="status">{words.stillRunning(days)}</span>}
      {!isGoing && isCut && <span>{words.shared(days)}</span>}
    </div>
  );
}

/** How the run's line is drawn. */
function LineSample({ of, at }: { readonly of: number; readonly at: number }): ReactNode {
  return (
    <svg className={`line-sample curve-${of === at ? 'fork' : 'base'}`} width={22} height={10} aria-hidden="true">
      <path d="M0 5H22" style={of === 0 || of === at ? {} : { strokeDasharray: dashOf(of, at) }} />
    </svg>
  );
}

interface HeadlineShape {
  readonly view: CompareView;
  readonly told: Told;
  readonly isGoing: boolean;
}

function Headline({ view, told, isGoing }: HeadlineShape): ReactNode {
  const { comparison, said, at } = view;
  const { words, dates } = said;
  const { yuan } = useSpeech();
  const [before, strong, after] = said.headline(at, told);
  const end = dates.of(comparison.days - 1);
  const isWorse = told.savedYuan < 0;
  const money = yuan(Math.abs(told.savedYuan));
  const { where, bottleneck } = told;
  const isSame = told.finding.of === 'same';
  const isWon = isBetter(told.finding);
  const forkDay = comparison.runs[at].forkedFrom?.day;
  if (isSame && isGoing) {
    return (
      <>
        <h1>{words.notYet}</h1>
        <p className="lead">{forkDay === undefined ? '' : words.notYetLead(dates.of(forkDay))}</p>
      </>
    );
  }
  return (
    <>
      <h1>
        {before}
        <span className={isWon ? 'won' : ''}>{strong}</span>
        {after}
      </h1>
      <p className="lead">
        {isSame ? words.nothingLead : isWorse ? words.lostBy(money, end) : words.savedBy(money, end)}
        {!isSame && (where ? words.mostlyAt(said.sector(where.sector), yuan(Math.abs(where.yuan))) : '. ')}{' '}
        {bottleneck && (
          <>
            <span className="stuck">▲ {said.cause(bottleneck.after)}</span>{' '}
            {bottleneck.after === bottleneck.before ? words.staysStuck : words.nowStuck(said.cause(bottleneck.before))}
          </>
        )}
      </p>
    </>
  );
}

function RateChoice({ rate, said }: { readonly rate: Rate; readonly said: Said }): ReactNode {
  return (
    <div className="compare-rates" role="group" aria-label={said.words.rateChoice}>
      {RATES.map((one) => (
        <button key={one} aria-pressed={one === rate} onClick={() => choose({ rate: one === RATES[0] ? null : one })}>
          {said.words.rates[one]}
        </button>
      ))}
    </div>
  );
}

/** What of it is one number. */
function Figures({ view }: { readonly view: CompareView }): ReactNode {
  const { comparison, said, at, rate, day } = view;
  const { words, dates } = said;
  const { percent, yuan } = useSpeech();
  const { firstDifferingDay, scopes, chains } = comparison;
  const first = hasParted(comparison, at) ? firstDifferingDay[at] : null;
  const [chain] = scopes;
  const change = (values: readonly (number | null)[]): string => changeOf((values[at] ?? 0) - (values[0] ?? 0), yuan);
  const fromTo = (values: readonly (number | null)[]): string =>
    words.fromTo(yuan(values[0] ?? 0), yuan(values[at] ?? 0));
  const [base, fork] = [chains[0][rate][day], chains[at][rate][day]];
  return (
    <dl className="compare-figures">
      <div>
        <dt>{words.firstDiffering}</dt>
        <dd className="figure">{first === null ? words.never : dates.of(first)}</dd>
        <dd className="note">{first === null ? '' : words.digestsEqual(dates.of(first))}</dd>
      </div>
      <div>
        <dt>
          <Defined name={rate}>{words.atEnd(words.rates[rate], dates.of(day))}</Defined>
        </dt>
        <dd className="figure">{words.points(signed((fork - base) * 100, 1))}</dd>
        <dd className="note">{words.fromTo(percent(base), percent(fork))}</dd>
      </div>
      <div>
        <dt>
          <Defined name="lostValueAdded">{words.valueAdded}</Defined>
        </dt>
        <dd className="figure">{change(chain.lostValueAddedYuan)}</dd>
        <dd className="note">{fromTo(chain.lostValueAddedYuan)}</dd>
      </div>
      <div>
        <dt>
          <Defined name="missedFinalDemand">{words.missedFinal}</Defined>
        </dt>
        <dd className="figure">{change(chain.missedFinalYuan)}</dd>
        <dd className="note">{fromTo(chain.missedFinalYuan)}</dd>
      </div>
    </dl>
  );
}
