// Play, a day back and on, speed; on a phone they are docked at the foot, with the decision and the question beside them.
import { openDecision } from '../../../state/decide';
import { go } from '../../../state/place';
import { SPEEDS } from '../../../state/playback';
import { useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { useLiveWords } from '../use-live-words';

/** The slowest first; without a bound last. */
const bySpeed = (a: number | null, b: number | null): number => (a ?? Infinity) - (b ?? Infinity);

export function Controls(): React.ReactNode {
  const words = useLiveWords();
  const { words: shell } = useSpeech();
  const { isPlaying, setPlaying, speed, setSpeed, day, look, days } = useScope();
  const last = days.length - 1;
  return (
    <div className="controls">
      <button
        className="primary icon"
        aria-label={isPlaying ? shell.pause : shell.play}
        title={`${isPlaying ? shell.pause : shell.play} (space)`}
        onClick={() => setPlaying(!isPlaying)}
      >
        <svg width={12} height={12} aria-hidden="true">
          {isPlaying ? <path d="M2 1h3v10H2zM7 1h3v10H7z" /> : <path d="M2 1l9 5-9 5z" />}
        </svg>
      </button>
      <button
        className="icon"
        aria-label={words.back}
        title={`${words.back} (,)`}
        disabled={day <= 0}
        onClick={() => look(day - 1)}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <button
        className="icon"
        aria-label={words.on}
        title={`${words.on} (.)`}
        disabled={day >= last}
        onClick={() => look(day + 1 >= last ? null : day + 1)}
      >
        <span aria-hidden="true">›</span>
      </button>
      <select
        aria-label={words.speed}
        value={String(speed)}
        onChange={({ target }) => setSpeed(target.value === 'null' ? null : Number(target.value))}
      >
        {[...new Set([...SPEEDS, speed])].sort(bySpeed).map((one) => (
          <option key={String(one)} value={String(one)}>
            {words.daysPerSecond(one)}
          </option>
        ))}
      </select>
      <span className="narrow-only docked">
        <button onClick={() => go('why')}>{shell.pages.why}</button>
        <button className="primary" onClick={() => openDecision('fork')}>
          {shell.forkHere}
        </button>
      </span>
    </div>
  );
}
