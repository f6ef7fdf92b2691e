// The list grows by itself while one is at its end; further back it stands still and says what has come.
import { useEffect, useState } from 'react';

/** Pixels from the end that still count as the end. */
const NEAR = 240;

export interface AtEnd {
  /** Last day that is shown. */
  readonly upTo: number;
  readonly isFollowing: boolean;
  readonly isHeld: boolean;
  readonly release: () => void;
}

/** @param isStory the end is at the foot; else at the head */
export function useAtEnd(isStory: boolean, upTo: number): AtEnd {
  const [held, hold] = useState<number>();
  useEffect(() => {
    const scrolled = (): void => {
      const left = isStory ? document.documentElement.scrollHeight - innerHeight - scrollY : scrollY;
      hold((was) => (left < NEAR ? undefined : (was ?? upTo)));
    };
    addEventListener('scroll', scrolled, { passive: true });
    return () => removeEventListener('scroll', scrolled);
  }, [isStory, upTo]);
  return {
    upTo: held ?? upTo,
    isFollowing: held === undefined,
    isHeld: held !== undefined && held < upTo,
    release: () => {
      hold(undefined);
      scrollTo({ top: isStory ? document.documentElement.scrollHeight : 0 });
    },
  };
}
