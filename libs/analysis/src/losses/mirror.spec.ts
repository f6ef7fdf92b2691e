// What the accounting derives again from frames is what the stages hold, to the last bit.
import fc from 'fast-check';
import { accountChain, anyTextile, columnOf, shock, textile, type ChainDayEnd } from '#libs/testing';
import type { Books } from './books';

const STAGES = ['plants', 'markets', 'exporters'];

/** Names of columns that differ: enterprises and input slots chain-wide, supply slots by supplier, docks by corridor. */
function differing({ layout, ledger, docks }: Books, { shards }: ChainDayEnd): string[] {
  const joined = (name: string): number[] => STAGES.flatMap((stage) => columnOf(shards, stage, name));
  const firstShop = columnOf(shards, 'plants', 'orderBookYuan').length;
  const untaken = columnOf(shards, 'markets', 'untakenYuan');
  const pairs: Record<string, [ArrayLike<number>, number[]]> = {
    stock: [ledger.stockYuan, joined('stockYuan')],
    onOrder: [ledger.onOrderYuan, joined('onOrderYuan')],
    book: [ledger.bookYuan, joined('orderBookYuan')],
    finished: [ledger.finishedYuan, joined('finishedYuan')],
    smoothed: [ledger.smoothedYuan, joined('smoothedYuan')],
    overtime: [ledger.overtimeRatio, joined('overtimeRatio')],
    untaken: [ledger.untakenYuan.subarray(firstShop, firstShop + untaken.length), untaken],
    waiting: [
      Array.from(layout.docks.links, (link) => docks.waitingYuan[link]),
      columnOf(shards, 'logistics', 'waitingYuan'),
    ],
  };
  return Object.entries(pairs).flatMap(([name, [own, theirs]]) =>
    theirs.length === own.length && theirs.every((value, row) => value === own[row]) ? [] : [name],
  );
}

/** Smoothed demand is kept under rule `plan` only. */
const keepsAll = fc.constant({ rule: 'plan' as const, smoothingDays: 7, capRatio: 3 });

describe('stocks, positions, books, finished stock, smoothed demand, overtime and docks', () => {
  it('come out of the frames to the last bit, for any number of shards', () => {
    const shocks = { kinds: fc.integer({ min: 1, max: 127 }), shards: fc.integer({ min: 1, max: 3 }) };
    fc.assert(
      fc.property(anyTextile(), keepsAll, fc.record(shocks), (options, orders, { kinds, shards }) => {
        accountChain({
          ...{ sketch: textile({ ...options, rules: { ...options.rules, orders } }), shards, days: 30 },
          change: (levers, day) => {
            if (day >= 3 && day < 12) shock(levers, kinds);
          },
          onDay: ({ books }, { day }, end) => expect([day, differing(books, end)]).toEqual([day, []]),
        });
      }),
      { numRuns: 100 },
    );
  });
});
