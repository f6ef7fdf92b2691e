// The kernel with a toy: people stand in a row, each keeps half of what arrives and sends the rest to the next one.
import fc from 'fast-check';
import xxhash from 'xxhash-wasm';
import {
  addDigests,
  axisOf,
  blockStarts,
  BLOCKS,
  ColumnBlock,
  Mailbox,
  openShard,
  Random,
  restoreStage,
  runDays,
  runDigest,
  snapshotOf,
  type DayDigest,
  type Hash64,
  type Route,
  type Shard,
  type Stage,
  type StageShard,
  type StageState,
} from './index';

interface Row extends StageState {
  readonly kept: Float64Array;
  readonly sent: Float64Array;
  readonly arrived: Float64Array;
}

const PEOPLE = 150;
const SHARE = 0.5;
const starts = blockStarts(PEOPLE);

const toy: Stage<number, number, Row> = {
  name: 'plants',
  reads: ['deliveries'],
  writes: ['deliveries'],
  open(first, shard) {
    const axis = axisOf(starts, shard);
    const block = new ColumnBlock([
      { name: 'kept', role: 'state', axis },
      { name: 'sent', role: 'flow', axis },
    ]);
    const state = {
      block,
      kept: block.column('kept'),
      sent: block.column('sent'),
      arrived: new Float64Array(axis.length),
    };
    for (let row = 0; row < axis.length; row++) state.sent[row] = first + axis.first + row;
    return state;
  },
  routes(_chain, shard): Route[] {
    const from = axisOf(starts, shard);
    return Array.from({ length: shard.count }, (_, index) => {
      const to = axisOf(starts, { index, count: shard.count });
      const rows = Array.from({ length: from.length }, (_r, row) => row).filter((row) => {
        const next = (from.first + row + 1) % PEOPLE;
        return next >= to.first && next < to.first + to.length;
      });
      return {
        channel: 'deliveries' as const,
        from: { stage: 'plants' as const, shard: shard.index },
        to: { stage: 'plants' as const, shard: index },
        columns: ['sent'],
        senderRows: Int32Array.from(rows),
        receiverRows: Int32Array.from(rows, (row) => ((from.first + row + 1) % PEOPLE) - to.first),
      };
    }).filter(({ senderRows }) => senderRows.length > 0);
  },
  step({ state, inbox, levers, random, day }) {
    inbox.scatter('deliveries', 0, state.arrived);
    for (let row = 0; row < state.kept.length; row++) {
      state.kept[row] += state.arrived[row] * SHARE;
      state.sent[row] = state.arrived[row] * (1 - SHARE) * levers + random.uniform(9, 0, day);
    }
  },
};

let hash: Hash64;
beforeAll(async () => {
  const { h64Raw } = await xxhash();
  hash = (bytes, seed) => h64Raw(bytes, seed);
});

function open(count: number, seed = 7): StageShard<number, number>[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) =>
    openShard({ stage: toy, chain: 1, shard: { index, count }, random, hash }),
  );
}

function digestsOf(shards: StageShard<number, number>[], from = 0, to = 12): DayDigest[] {
  const days: DayDigest[] = [];
  runDays(
    shards,
    { from, to },
    () => 1,
    (end) => days.push(end.digest()),
  );
  return days;
}

describe('a run on the kernel', () => {
  it('has one digest whatever the number of shards', () => {
    const one = digestsOf(open(1));
    for (const count of [2, 3, 8, BLOCKS]) expect(digestsOf(open(count))).toEqual(one);
  });

  it('has another digest with another seed', () => {
    expect(runDigest(digestsOf(open(1, 8)), hash)).not.toBe(runDigest(digestsOf(open(1, 7)), hash));
  });

  it('goes on from a snapshot of any day, on any number of shards, as if it had never stopped', () => {
    const whole = digestsOf(open(3));
    for (let day = 0; day < 11; day++) {
      const before = open(2);
      digestsOf(before, 0, day + 1);
      const snapshot = snapshotOf(before);
      const after = open(8);
      restoreStage(after, snapshot);
      expect(digestsOf(after, day + 1)).toEqual(whole.slice(day + 1));
    }
  });

  it('refuses a snapshot of another size', () => {
    const snapshot = snapshotOf(open(1));
    const short = {
      ...snapshot,
      columns: snapshot.columns.map(({ name, values }) => ({ name, values: values.slice(1) })),
    };
    expect(() => restoreStage(open(1), short)).toThrow(RangeError);
  });

  it('reads what was sent on the day after, never on the same day', () => {
    const shards = open(1);
    const arrived = (shards[0].state as Row).arrived;
    runDays(shards, { from: 0, to: 1 }, () => 1);
    expect(arrived[1]).toBe(1);
    expect(arrived[0]).toBe(PEOPLE);
  });
});

describe('a mailbox', () => {
  const from = { stage: 'plants' as const, shard: 0 };
  const other = { stage: 'markets' as const, shard: 0 };

  it('is ready when every upstream source has ended the day', () => {
    const box = new Mailbox([from, other]);
    box.deliver(from, -1, []);
    expect(box.isReady(-1)).toBe(false);
    box.deliver(other, -1, []);
    expect(box.isReady(-1)).toBe(true);
  });

  it('drops a day that has been read and refuses the same day twice', () => {
    const box = new Mailbox([from]);
    box.deliver(from, -1, []);
    box.take(-1);
    expect(() => box.deliver(from, -1, [])).not.toThrow();
    box.deliver(from, 0, []);
    expect(() => box.deliver(from, 0, [])).toThrow('twice');
  });

  it('never gives a day out of order, and bounds how far ahead a source may be', () => {
    const box = new Mailbox([from]);
    box.deliver(from, 0, []);
    expect(() => box.take(0)).toThrow('not ready');
    expect(() => box.deliver(from, 99, [])).toThrow('ahead');
    expect(() => box.deliver(other, 0, [])).toThrow('unexpected source');
  });
});

describe('random draws', () => {
  it('depend on what they are for and on nothing else', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(1e6), fc.nat(4000), (seed, entity, day) => {
        const random = new Random(seed);
        random.uniform(1, 2, 3);
        const draw = random.uniform(5, entity, day);
        expect(draw).toBe(new Random(seed).uniform(5, entity, day));
        expect(draw).toBeGreaterThanOrEqual(0);
        expect(draw).toBeLessThan(1);
      }),
    );
  });

  it('are uniform: every tenth gets its share of 100,000 draws', () => {
    const random = new Random(3);
    const tenths = new Array<number>(10).fill(0);
    for (let entity = 0; entity < 100_000; entity++) tenths[Math.floor(10 * random.uniform(1, entity))]++;
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});

describe('blocks', () => {
  it('are dealt out whole and without gap to any number of shards', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: BLOCKS }), (entities, count) => {
        const all = blockStarts(entities);
        const shards = Array.from({ length: count }, (_, index): Shard => ({ index, count })).map((shard) =>
          axisOf(all, shard),
        );
        let next = 0;
        for (const { first, length } of shards) {
          expect(first).toBe(next);
          next += length;
        }
        expect(next).toBe(entities);
      }),
    );
  });

  it('add up their digests modulo 2^64', () => {
    const most = (1n << 64n) - 1n;
    expect(
      addDigests([
        { state: most, flow: 1n },
        { state: 1n, flow: most },
      ]),
    ).toEqual({ state: 0n, flow: 0n });
  });
});
