import { isCalledOff, type CallOff } from '#libs/studies';
import { ReliefQueue, URGENCY } from './relief-queue';

/** A queue whose days are computed when the test says so. */
interface Held {
  readonly queue: ReliefQueue;
  readonly begun: string[];
  /** Whether the one that began last is to make room. */
  readonly isCalledOff: () => boolean;
  readonly finish: (error?: Error) => Promise<void>;
}

function held(): Held {
  const begun: string[] = [];
  let last: CallOff | undefined;
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const queue = new ReliefQueue(
    (run, day, calledOff) => {
      last = calledOff;
      begun.push(`${run}@${day}`);
      return new Promise((resolve, reject) => ends.push({ resolve, reject }));
    },
    () => new Error('busy'),
  );
  const finish = async (error?: Error): Promise<void> => {
    const end = ends.shift();
    if (error) end?.reject(error);
    else end?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, begun, isCalledOff: () => isCalledOff(last), finish };
}

describe('days whose relief is wanted', () => {
  it('are computed one at a time: asked for first, then at a pause, then the seventh', async () => {
    const { queue, begun, finish } = held();
    void queue.soon('a', 7, URGENCY.seventh);
    void queue.soon('b', 14, URGENCY.seventh);
    void queue.soon('c', 3, URGENCY.paused);
    void queue.ask('d', 1);
    expect(begun).toEqual(['a@7']);
    for (let i = 0; i < 4; i++) await finish();
    expect(begun).toEqual(['a@7', 'd@1', 'c@3', 'b@14']);
  });

  it('make room for one that is asked for when nobody waits for them, and come again', async () => {
    const { queue, begun, finish } = held();
    const seventh = queue.soon('a', 7, URGENCY.seventh);
    const asked = queue.ask('b', 3);
    await finish(new Error('called off'));
    expect(queue.underWay('a')).toEqual([7]);
    await finish();
    await asked;
    await finish();
    await seventh;
    expect(begun).toEqual(['a@7', 'b@3', 'a@7']);
  });

  it('make room for a pause, but not for a seventh day', () => {
    const { queue, isCalledOff: isToMakeRoom } = held();
    void queue.soon('a', 7, URGENCY.seventh);
    void queue.soon('b', 14, URGENCY.seventh);
    expect(isToMakeRoom()).toBe(false);
    void queue.soon('a', 10, URGENCY.paused);
    expect(isToMakeRoom()).toBe(true);
  });

  it('make room for one that waits already when somebody asks for it', () => {
    const { queue, isCalledOff: isToMakeRoom } = held();
    void queue.soon('a', 10, URGENCY.paused);
    void queue.soon('b', 3, URGENCY.paused);
    expect(isToMakeRoom()).toBe(false);
    void queue.ask('b', 3);
    expect(isToMakeRoom()).toBe(true);
  });

  it('are waited for by a pause that comes after somebody has asked', async () => {
    const { queue, finish } = held();
    const order: string[] = [];
    void queue.ask('a', 10).then(() => order.push('asked'));
    const paused = queue.soon('a', 10, URGENCY.paused).then(() => order.push('paused'));
    await finish();
    await paused;
    expect(order).toEqual(['asked', 'paused']);
  });

  it('are computed once when asked for twice', async () => {
    const { queue, begun, finish } = held();
    const both = [queue.ask('a', 5), queue.ask('a', 5)];
    await finish();
    await Promise.all(both);
    expect(begun).toEqual(['a@5']);
  });

  it('are left behind by a run that plays on, unless somebody waits for them', async () => {
    const { queue, finish, begun } = held();
    void queue.ask('x', 0);
    const left = queue.soon('a', 7, URGENCY.seventh);
    void queue.ask('a', 8);
    void queue.soon('a', 14, URGENCY.seventh);
    await left;
    expect(queue.underWay('a')).toEqual([8, 14]);
    for (let i = 0; i < 3; i++) await finish();
    expect(begun).toEqual(['x@0', 'a@8', 'a@14']);
  });

  it('are refused beyond a bound', async () => {
    const { queue } = held();
    const asked = Array.from({ length: 17 }, (_, day) => queue.ask('a', day));
    await expect(queue.ask('a', 99)).rejects.toThrow('busy');
    queue.stop();
    const ends = await Promise.allSettled(asked.slice(1));
    expect(new Set(ends.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });

  it('fail alone', async () => {
    const { queue, finish } = held();
    const [bad, good] = [queue.ask('a', 1), queue.ask('a', 2)];
    const refused = expect(bad).rejects.toThrow('no');
    await finish(new Error('no'));
    await refused;
    await finish();
    await expect(good).resolves.toBeUndefined();
  });
});
