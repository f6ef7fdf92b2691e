// A grey bar where something is not as it should be; numbers stay.
import { useAnswer } from '../api/queries';
import type { Followed } from '../api/run-stream';
import { useSpeech } from '../words/language';

const LOOK_AGAIN_MS = 5000;

export function StateBar({ followed }: { readonly followed: Followed }): React.ReactNode {
  const { words } = useSpeech();
  const system = useAnswer('readSystem', {}, { everyMs: LOOK_AGAIN_MS });
  const { link, days, run } = followed;
  const told = [
    link === 'cut' ? words.cut(days.length - 1) : undefined,
    link === 'gone' ? words.gone : undefined,
    run?.status === 'failed' ? words.failed(run.failure ?? '') : undefined,
    system.data?.live === 'away' || system.data?.store === 'away' ? words.degraded : undefined,
  ].filter((one) => one !== undefined);
  return (
    <div role="status" className="state-bar">
      {told.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  );
}
