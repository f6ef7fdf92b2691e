// A grey bar where something is not as it should be; numbers stay.
import type { Followed } from '../api/run-stream';
import { isProblem } from '../api/client';
import { useAnswer } from '../api/queries';
import { useSpeech } from '../words/language';

export function StateBar({
  followed,
  error,
}: {
  readonly followed: Followed;
  readonly error: Error | null;
}): React.ReactNode {
  const { words } = useSpeech();
  const system = useAnswer('readSystem', {});
  const { link, days, run } = followed;
  const told = [
    link === 'cut' ? words.cut(days.length - 1) : undefined,
    link === 'gone' ? words.gone : undefined,
    run?.status === 'failed' ? words.failed(run.failure ?? '') : undefined,
    system.data?.live === 'away' ? words.degraded : undefined,
    error && isProblem(error) ? `${error.problem.detail} ${error.problem.mend}` : undefined,
  ].filter((one) => one !== undefined);
  return (
    <div role="status" className="state-bar">
      {told.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  );
}
