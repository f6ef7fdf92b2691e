// The bytes of all enterprises over the days sealed so far: read once, then only what is new.
import { useEffect, useMemo, useState } from 'react';
import { askBytes } from '../../../api/client';
import { useAnswer } from '../../../api/queries';
import { foldHeat, type Heat, type HeatOrder } from './heat-fold';

interface Asked {
  readonly run: string;
  readonly sector: string | undefined;
  /** Days sealed so far. */
  readonly sealed: number;
  readonly order: HeatOrder;
}

interface Read {
  readonly key: string;
  readonly days: readonly Uint8Array[];
}

const NOTHING: readonly Uint8Array[] = [];

export function useHeat({ run, sector, sealed, order }: Asked): {
  readonly heat: Heat | undefined;
  readonly error: Error | null;
} {
  const field = useAnswer('readField', { params: { run } }, { isSealed: true });
  const key = `${run} ${sector ?? ''}`;
  const [read, setRead] = useState<Read>({ key, days: NOTHING });
  const [error, setError] = useState<Error | null>(null);
  const known = read.key === key ? read.days : NOTHING;
  const from = known.length;
  const [reading, setReading] = useState<string>();
  useEffect(() => {
    // One question at a time: a run that plays fast would otherwise break off each answer by the next question.
    if (from >= sealed || reading === key || error) return;
    setReading(key);
    const query = { from, to: sealed - 1, ...(sector === undefined ? {} : { sector }) };
    askBytes('readHeat', { params: { run }, query })
      .then(
        (bytes) => {
          const more = daysOf(bytes, sealed - from);
          setRead((before) => ({ key, days: before.key === key ? [...before.days.slice(0, from), ...more] : more }));
        },
        (reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))),
      )
      .finally(() => setReading(undefined));
  }, [run, sector, key, from, sealed, reading, error]);
  useEffect(() => setError(null), [key]);
  const groups = field.data?.groups;
  const heat = useMemo(() => {
    if (!groups || known.length === 0) return undefined;
    const firstRow = sector === undefined ? 0 : (groups.find((group) => group.sector === sector)?.first ?? 0);
    return foldHeat({ days: known, groups, firstRow, order });
  }, [groups, known, sector, order]);
  return { heat, error: error ?? field.error };
}

/** The answer, cut into its days. */
function daysOf(bytes: Uint8Array, days: number): Uint8Array[] {
  const count = bytes.length / days;
  return Array.from({ length: days }, (_, day) => bytes.subarray(day * count, (day + 1) * count));
}
