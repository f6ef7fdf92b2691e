// What is being decided in the panel: a lever, from which day, what it becomes; and what follows from that.
import type { Lever } from '#libs/api';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../api/queries';
import { choose, usePlace } from '../../state/place';
import { useScope } from '../../state/scope';
import type { Decision } from '../../state/decide';
import { amountOf, decided, fieldText, stepsFrom, type Amount, type Step } from './amount';

export interface Choice {
  readonly levers: readonly Lever[] | undefined;
  readonly lever: Lever | undefined;
  readonly day: number;
  /** As typed; another than `day` where it cannot be chosen. */
  readonly askedDay: number;
  readonly least: number;
  readonly most: number;
  readonly setDay: (day: number) => void;
  readonly setLever: (lever: Lever) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly amount: Amount | undefined;
  /** As it is now, from the day on. */
  readonly before: readonly Step[];
  /** As it becomes; undefined while nothing, or nothing else, is decided. */
  readonly after: readonly Step[] | undefined;
}

export function useChoice(decision: Decision): Choice {
  const scope = useScope();
  const { run, days } = scope;
  const { choices } = usePlace();
  const answer = useAnswer('readLevers', { params: { run: run.id } });
  const levers = useMemo(() => answer.data?.filter(({ canIntervene }) => canIntervene), [answer.data]);
  const least = decision === 'fork' ? 0 : Math.min(run.days - 1, run.openedDay + 1);
  const most = decision === 'fork' ? Math.max(0, days.length - 1) : run.days - 1;
  const [asked, setDay] = useState<number>();
  const day = Math.max(least, Math.min(most, asked ?? scope.day));
  const askedDay = asked ?? day;
  const lever = levers?.find(({ path }) => path === choices['lever']);
  const [typed, setText] = useState<string>();
  const before = lever ? stepsFrom(lever.values, day) : [];
  const text = typed ?? (lever ? fieldText(lever.values[day], lever.kind) : '');
  const amount = lever ? amountOf(text, lever.kind) : undefined;
  const next = lever && amount ? decided(lever.values, day, amount) : undefined;
  // The field holds the present value at first, and no change is none: neither decides anything.
  const isSame = amount?.value === (amount?.way === 'by' ? 0 : before[0]?.value);
  return {
    ...{ levers, lever, day, askedDay, least, most, setDay, text, setText, amount, before },
    setLever: ({ path }) => {
      setText(undefined);
      choose({ lever: path });
    },
    after: isSame || askedDay !== day ? undefined : next,
  };
}
