// The list grows by itself while one is at its end; further back it stands still and says what has come.
import { useEffect, useState } from 'react';

/** Pixels from the end that still count as the end. */
const NEAR = 240;

export interface AtEnd {
  /** Last day that is shown. */
  readonly upTo: number;
  /** New rows are scrolled to: they come at the foot. */
  readonly isFollowing: boolean;
  readonly isHeld: boolean;
  readonly release: () => void;
}

/** @param isStory new rows come at the foot, and disturb nobody; else they come at the head and would push all down */
export function useAtEnd(isStory: boolean, upTo: number): AtEnd {
  const [held, hold] = useState<number>();
  const [isFollowing, follow] = useState(false);
  useEffect(() => {
    const scrolled = (): void => {
      const { scrollHeight } = document.documentElement;
      follow(isStory && scrollY > 0 && scrollHeight - innerHeight - scrollY < NEAR);
      hold((was) => (isStory || scrollY < NEAR ? undefined : (was ?? upTo)));
    };
    addEventListener('scroll', scrolled, { passive: true });
    return () => removeEventListener('scroll', scrolled);
  }, [isStory, upTo]);
  const shown = isStory ? upTo : (held ?? upTo);
  return {
    ...{ upTo: shown, isFollowing, isHeld: shown < upTo },
    release: () => {
      hold(undefined);
      scrollTo({ top: 0 });
    },
  };
}
