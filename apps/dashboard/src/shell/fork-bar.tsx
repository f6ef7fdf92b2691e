// Above a fork: of which run, since when, with what; and the comparison one press away.
import type { Run } from '#libs/api';
import { useAnswer } from '../api/queries';
import { go, usePlace } from '../state/place';
import { useDates } from '../state/scope';
import { DECIDE_WORDS } from '../words/decide';
import { useSpeech } from '../words/language';
import { amountText } from './decide/amount';

const MOST_TOLD = 3;

export function ForkBar({ run }: { readonly run: Run }): React.ReactNode {
  const { language, nameOf, shared } = useSpeech();
  const { choices } = usePlace();
  const words = DECIDE_WORDS[language];
  const dates = useDates();
  const levers = useAnswer('readLevers', { params: { run: run.id } }, { enabled: run.forkedFrom !== null });
  const { forkedFrom } = run;
  const said = { nothing: words.nothingActs, on: words.on, off: words.off };
  if (!forkedFrom) return null;
  const told = decidedIn(run, forkedFrom.day).map(({ path, steps }) => {
    const lever = levers.data?.find((one) => one.path === path);
    const values = steps.map(({ day, value }) =>
      words.step(lever ? amountText(value, lever.kind, said) : value, dates.of(day)),
    );
    return `${lever ? nameOf(lever.name) : path}${shared.colon}${values.join(shared.comma)}`;
  });
  return (
    <aside className="fork-bar" aria-label={words.forkOf(dates.of(forkedFrom.day))}>
      <span>{words.forkOf(dates.of(forkedFrom.day))}</span>
      <b>{told.slice(0, MOST_TOLD).join(shared.semicolon)}</b>
      {forkedFrom.run !== null && (
        <button className="primary" onClick={() => compareWithParent(run, choices['with'])}>
          {words.compareParent} <kbd>c</kbd>
        </button>
      )}
    </aside>
  );
}

/** What its fork decided, by lever; what its parents had decided before is not its own. */
function decidedIn(
  { interventions }: Run,
  from: number,
): readonly { readonly path: string; readonly steps: Run['interventions'] }[] {
  const own = interventions.filter(({ day }) => day >= from);
  return [...new Set(own.map(({ path }) => path))].map((path) => ({
    path,
    steps: own.filter((one) => one.path === path),
  }));
}

/** The parent comes first: what the others are held against. */
export function compareWithParent({ id, forkedFrom }: Run, beside: string | undefined): void {
  const parent = beside ?? forkedFrom?.run;
  go('compare', { runs: parent === undefined || parent === null || parent === id ? id : `${parent},${id}` });
}
