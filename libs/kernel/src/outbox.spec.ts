import fc from 'fast-check';
import type { Receiver } from '#libs/messages';
import { axisOf, blockStarts, type Axis } from './blocks';
import { ColumnBlock } from './column-block';
import { Outbox } from './outbox';
import type { Route } from './route';

const axisFor = (rows: number): Axis => axisOf(blockStarts(rows), { index: 0, count: 1 });

function outboxTo(stage: Receiver, senderRows: Route['senderRows'], rows = 3): { sent: Float64Array; outbox: Outbox } {
  const block = new ColumnBlock([{ name: 'sent', role: 'flow', axis: axisFor(rows) }]);
  const from = { stage: 'plants', shard: 0 } as const;
  const receiverRows = new Int32Array([0, 1, 2]);
  const route: Route = {
    channel: 'orders',
    from,
    to: { stage, shard: 0 },
    columns: ['sent'],
    senderRows,
    receiverRows,
  };
  return { sent: block.column('sent'), outbox: new Outbox(block, [route]) };
}

describe('the frames of an outbox', () => {
  it('keep yesterday for another stage while today is written', () => {
    for (const rows of ['all', new Int32Array([0, 1, 2])] as const) {
      const { sent, outbox } = outboxTo('markets', rows);
      sent.fill(1);
      const [yesterday] = outbox.frames(4);
      sent.fill(2);
      const [today] = outbox.frames(5);
      expect([...yesterday.columns[0]]).toEqual([1, 1, 1]);
      expect([...today.columns[0]]).toEqual([2, 2, 2]);
    }
  });

  it('are the columns themselves for the sender and for recovery, who read them before they are written again', () => {
    for (const stage of ['plants', 'recovery'] as const) {
      const { sent, outbox } = outboxTo(stage, 'all');
      expect(outbox.frames(4)[0].columns[0]).toBe(sent);
    }
  });

  it('hold the rows of their route in its order, be they strewn or long runs', () => {
    const run = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 199 }));
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const rows = runs.flatMap(([first, length]) => Array.from({ length }, (_, i) => first + i));
        const { sent, outbox } = outboxTo('markets', Int32Array.from(rows), 1000);
        sent.forEach((_, row) => (sent[row] = row));
        expect([...outbox.frames(0)[0].columns[0]]).toEqual(rows);
      }),
    );
  });
});
