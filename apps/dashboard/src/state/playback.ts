// Playing: a run that goes on is played by the gateway; days that are sealed already are shown again here, one after the
// other, until the newest is reached and the page follows the run.
import type { Run } from '#libs/api';
import { useEffect, useState } from 'react';
import { ask } from '../api/client';
import { choose, usePlace } from './place';

export interface Playback {
  readonly isPlaying: boolean;
  readonly setPlaying: (isPlaying: boolean) => void;
  /** Days a second; null: as many as can be. */
  readonly speed: number | null;
  readonly setSpeed: (daysPerSecond: number | null) => void;
}

export const SPEEDS: readonly (number | null)[] = [1, 2, 5, 10, null];

/** Days a second of what is shown again, and the most that can be watched. */
const REPLAY_SPEED = 4;
const MOST_WATCHED = 20;

interface Played {
  readonly run: Run | undefined;
  readonly day: number;
  /** Newest sealed day. */
  readonly last: number;
  readonly isFollowing: boolean;
  readonly look: (day: number | null) => void;
}

export function usePlayback({ run, day, last, isFollowing, look }: Played): Playback {
  const { choices } = usePlace();
  const [isReplaying, setReplaying] = useState(false);
  const isGoingOn = run?.status === 'running';
  const wanted =
    choices['speed'] === undefined ? undefined : choices['speed'] === 'max' ? null : Number(choices['speed']);
  const speed = isGoingOn ? run.daysPerSecond : wanted === undefined ? REPLAY_SPEED : wanted;
  useEffect(() => {
    if (!isReplaying) return undefined;
    const timer = setTimeout(
      () => {
        if (day + 1 >= last) setReplaying(false);
        look(day + 1 >= last ? null : day + 1);
      },
      1000 / Math.min(MOST_WATCHED, speed ?? MOST_WATCHED),
    );
    return () => clearTimeout(timer);
  }, [isReplaying, day, last, speed, look]);
  const steer = (route: 'playRun' | 'pauseRun'): void => {
    if (run) void ask(route, { params: { run: run.id } }).catch(() => undefined);
  };
  return {
    isPlaying: isReplaying || (isGoingOn && run.mode === 'playing' && isFollowing),
    setPlaying: (isPlaying) => {
      if (!isPlaying) return isReplaying ? setReplaying(false) : steer('pauseRun');
      if (day >= last && isGoingOn) return steer('playRun');
      // Over and at its end: from the beginning again.
      if (day >= last) look(0);
      setReplaying(true);
    },
    speed,
    setSpeed: (daysPerSecond) => {
      choose({ speed: daysPerSecond ?? 'max' });
      if (run && isGoingOn)
        void ask('setSpeed', { params: { run: run.id }, body: { daysPerSecond } }).catch(() => undefined);
    },
  };
}
