import type { Run } from '#libs/api';
import type { Stores } from '#libs/adapters';
import { until } from '#libs/testing';
import { compileTexts } from '#libs/scenario';
import fc from 'fast-check';
import { accountDays, ranMini, storesAfter, storesOf, type Ran } from '../results/ran.fixture';
import { Results } from '../results/results';
import { closeDays, gatewayOver, stalledResponse, type Gateway } from './streams.fixture';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

let ran: Ran;
let gateway: Gateway;
beforeAll(async () => (ran = await ranMini()));
afterEach(() => gateway.close());

describe('a run that closes day after day', () => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await storesOf(ran);
    gateway = await gatewayOver(stores);
  });

  it('is told as it stands, then each day once, in order, and again with its losses', async () => {
    const reader = gateway.read(-1);
    await until(() => reader.events.length > 0);
    expect(reader.events[0]).toMatchObject({ event: 'run', data: { id: 'mini', mode: 'playing' } });
    await closeDays(stores, ran, gateway.feed, 0, 5);
    await until(() => reader.days.length === 6);
    await accountDays(stores, ran, { from: 0, to: 4 });
    await until(() => reader.told.filter(({ losses }) => losses).length === 5);
    expect(reader.days).toEqual(range(0, 5));
    expect(reader.told).toEqual(await new Results({ stores, compile: compileTexts }).days('mini', { from: 0, to: 5 }));
  });

  it('goes on where the live view is away, within a second', async () => {
    const reader = gateway.read(-1);
    await until(() => reader.events.length > 0);
    await closeDays(stores, ran, undefined, 0, 2);
    await until(() => reader.days.length === 3, { timeoutMs: 1000 });
    expect(reader.days).toEqual([0, 1, 2]);
  });

  it('begins with the newest day for who says nothing', async () => {
    await closeDays(stores, ran, gateway.feed, 0, 5);
    const reader = gateway.read();
    await until(() => reader.days.length === 1);
    await closeDays(stores, ran, gateway.feed, 6, 7);
    await until(() => reader.days.length === 3);
    expect(reader.days).toEqual([5, 6, 7]);
  });

  it('is told when it is paused, decided in, over, and gone', async () => {
    const reader = gateway.read(-1);
    const runs = (): Run[] => reader.events.flatMap(({ event, data }) => (event === 'run' ? [data as Run] : []));
    await until(() => runs().length === 1);
    await stores.runs.play('mini', { mode: 'paused', by: 'test' });
    await until(() => runs().at(-1)?.mode === 'paused');
    await stores.runs.intervene('mini', { path: 'levers.x', value: 1, day: 3, idempotencyKey: 'one', by: 'test' });
    await until(() => runs().at(-1)?.commands.length === 1);
    await stores.runs.end('mini', 'digest');
    await until(() => runs().at(-1)?.status === 'ended');
    expect(runs()).toHaveLength(4);
    await stores.runs.remove('mini');
    await until(() => reader.isOver);
    expect(reader.events.at(-1)).toMatchObject({ event: 'gone', data: { run: 'mini' } });
  });

  it('that is not there is refused', async () => {
    await stores.runs.remove('mini');
    const reader = gateway.read(-1);
    await until(() => reader.isOver);
    expect(reader.status).toBe(404);
    expect(gateway.streams.clients).toBe(0);
  });
});

describe('the relief keeper', () => {
  it('hears of each day once, and of the day after which the run stands still', async () => {
    const [days, pauses]: number[][] = [[], []];
    const stores = await storesOf(ran);
    gateway = await gatewayOver(stores, {
      onDay: (_, day) => void days.push(day),
      onPause: (_, day) => void pauses.push(day),
    });
    const readers = [gateway.read(-1), gateway.read(-1)];
    await until(() => readers.every(({ events }) => events.length > 0));
    await closeDays(stores, ran, gateway.feed, 0, 3);
    await until(() => days.length === 4);
    await stores.runs.play('mini', { mode: 'paused', by: 'test' });
    await until(() => pauses.length === 1);
    expect({ days, pauses }).toEqual({ days: [0, 1, 2, 3], pauses: [3] });
  });
});

describe('a reader that is cut off at any day', () => {
  it('gets the same days as one that is not, without a gap and without one twice', async () => {
    const stores = await storesOf(ran);
    gateway = await gatewayOver(stores);
    await closeDays(stores, ran, gateway.feed, 0, 9);
    await accountDays(stores, ran, { from: 0, to: 5 });
    const cuts = fc.uniqueArray(fc.integer({ min: -1, max: 9 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(cuts, async (unsorted) => {
        const seen: number[] = [];
        let lastId: string | undefined;
        for (const cut of [...unsorted.sort((a, b) => a - b), 9]) {
          const reader = gateway.read(lastId ?? -1);
          await until(() => cut < 0 || reader.days.includes(cut) || seen.includes(cut));
          reader.cut();
          const had = reader.days.filter((day) => day <= cut);
          seen.push(...had);
          if (had.length > 0) lastId = `mini:${had[had.length - 1]}`;
        }
        expect(seen).toEqual(range(0, 9));
      }),
      { numRuns: 20 },
    );
  });

  it('gets the losses that became known while it was away', async () => {
    const stores = await storesOf(ran);
    gateway = await gatewayOver(stores);
    await closeDays(stores, ran, gateway.feed, 0, 4);
    const before = gateway.read(-1);
    await until(() => before.days.length === 5);
    before.cut();
    await accountDays(stores, ran, { from: 0, to: 4 });
    const after = gateway.read(before.lastId);
    await until(() => after.told.filter(({ losses }) => losses).length === 5);
    expect(after.days).toEqual([]);
  });
});

describe('a reader that takes nothing', () => {
  it('is let go when 256 KB wait for it, holds nobody up, and comes back without a gap', async () => {
    const whole = await ranMini(60);
    const stores = await storesOf(whole);
    const dropped: string[] = [];
    await accountDays(stores, whole, { from: 0, to: 59 });
    gateway = await gatewayOver(stores, { onDropped: (run) => void dropped.push(run) });
    const quick = gateway.read(-1);
    const stalled = stalledResponse();
    await gateway.streams.open('mini', { key: 'stalled', response: stalled.response, after: -1 });
    let mostWaiting = 0;
    let lastTaken = -1;
    for (let day = 0; day < 60; day++) {
      await closeDays(stores, whole, gateway.feed, day, day);
      await until(() => quick.days.length === day + 1);
      if (!stalled.response.destroyed) mostWaiting = Math.max(mostWaiting, stalled.response.writableLength);
      if (day === 2) lastTaken = stalled.stall();
    }
    expect(dropped).toEqual(['mini']);
    expect(stalled.response.destroyed).toBe(true);
    expect(mostWaiting).toBeLessThan(256 * 2 ** 10);
    expect(quick.days).toEqual(range(0, 59));
    const back = gateway.read(`mini:${lastTaken}`);
    await until(() => back.days.length === 59 - lastTaken);
    expect(back.days).toEqual(range(lastTaken + 1, 59));
    expect(gateway.streams.clients).toBe(2);
  });
});

describe('who reads', () => {
  it('is counted by key, and bounded', async () => {
    const stores = await storesAfter(ran);
    gateway = await gatewayOver(stores, { mostOfKey: 2 });
    const readers = [gateway.read(), gateway.read()];
    await until(() => readers.every(({ status }) => status === 200));
    const third = gateway.read();
    await until(() => third.isOver);
    expect(third.status).toBe(404);
    readers[0].cut();
    await until(() => gateway.streams.clients === 1);
    const fourth = gateway.read();
    await until(() => fourth.status === 200);
  });

  it('hears that the connection is alive', async () => {
    gateway = await gatewayOver(await storesAfter(ran), { heartbeatMs: 20 });
    const reader = gateway.read();
    await until(() => reader.comments > 2);
  });
});
