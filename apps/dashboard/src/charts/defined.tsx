// A figure's name that opens its definition: numerator, denominator, who counts, unit.
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useAnswer } from '../api/queries';
import { useSpeech } from '../words/language';

interface DefinitionText {
  readonly title: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly counts: string;
  readonly unit: string;
}

/** @param name as `resumption define` lists it: resumption, returnToPost, capacityRecovery ... */
export function Defined({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLSpanElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    const outside = (event: Event): void => {
      if (!ref.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOpen(false);
    };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', escape);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', escape);
    };
  }, [isOpen]);
  return (
    <span className="defined" ref={ref}>
      <button
        className="term"
        aria-expanded={isOpen}
        aria-controls={id}
        title={words.whatIsIt}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && <Definition name={name} id={id} />}
    </span>
  );
}

function Definition({ name, id }: { readonly name: string; readonly id: string }): ReactNode {
  const { words, language } = useSpeech();
  const definitions = useAnswer('listDefinitions', {}, { isSealed: true });
  const found = definitions.data?.find((one) => one.name === name);
  const text = found?.[language] as DefinitionText | undefined;
  if (!text) {
    return (
      <span className="definition" id={id} role="note">
        {definitions.isPending ? '…' : words.cannotLoad}
      </span>
    );
  }
  const rows: readonly (readonly [string, string])[] = [
    [words.numerator, text.numerator],
    [words.denominator, text.denominator],
    [words.whoCounts, text.counts],
    [words.unit, text.unit],
  ];
  return (
    <span className="definition" id={id} role="note">
      <b>{text.title}</b>
      {rows
        .filter(([, said]) => said !== '')
        .map(([term, said]) => (
          <span key={term}>
            <i>{term}</i> {said}
          </span>
        ))}
    </span>
  );
}
