// Keys, where nobody is typing: one handler a key, the newest first.
import { useEffect, useRef } from 'react';

/** @param keys by `KeyboardEvent.key`: ' ', ',', '.', 'f' ... */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      const isTyping = target.closest('input, textarea, select, [contenteditable], .cm-editor') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      // Space on a button presses the button.
      if (event.key === ' ' && target.closest('button, a, summary') !== null) return;
      const action = current.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
