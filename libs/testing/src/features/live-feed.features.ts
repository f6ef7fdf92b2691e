// What every live feed does, whatever carries it.
import type { LiveDay, LiveFeed } from '#libs/runtime';
import { randomUUID } from 'node:crypto';
import { until } from '../until';

/** Two ends of one feed, possibly the same object: recovery publishes at one, a gateway reads at the other. */
interface LiveFeedEnds {
  readonly publisher: LiveFeed;
  readonly reader: LiveFeed;
}

/** A day of a run, with numbers whose bits count. */
export function liveDay(run: string, day: number): LiveDay {
  return {
    run,
    day,
    date: `2020-03-${String(day + 1).padStart(2, '0')}`,
    resumption: 1 / 3 + day,
    returnToPost: day % 2 === 0 ? null : 0.1 + 0.2,
    capacityRecovery: 1e-300,
    throughput: 0,
    lostValueAddedYuan: 123_456_789.123,
    milestones: day,
  };
}

/** @param open makes a feed that holds nothing of the runs it is asked for; every feed is closed at the end */
export function liveFeedFeatures(open: () => Promise<LiveFeedEnds>): void {
  const opened: LiveFeedEnds[] = [];
  const openFeed = async (): Promise<LiveFeedEnds & { run: string }> => {
    const ends = await open();
    opened.push(ends);
    return { ...ends, run: randomUUID() };
  };
  afterEach(async () => {
    for (const { publisher, reader } of opened.splice(0)) await Promise.all([publisher.close(), reader.close()]);
  });

  describe('the latest day of a run', () => {
    it('is none before one was told', async () => {
      const { reader, run } = await openFeed();
      expect(await reader.latest(run)).toBeUndefined();
    });

    it('is the day that was told last, to the last bit', async () => {
      const { publisher, reader, run } = await openFeed();
      for (const day of [0, 1]) {
        expect(await publisher.publish(liveDay(run, day))).toBe(true);
        expect(await reader.latest(run)).toEqual(liveDay(run, day));
      }
    });

    it('stays when an older day is told late', async () => {
      const { publisher, reader, run } = await openFeed();
      for (const day of [9, 10, 2]) expect(await publisher.publish(liveDay(run, day))).toBe(true);
      expect(await reader.latest(run)).toEqual(liveDay(run, 10));
    });

    it('is a matter of that run alone', async () => {
      const { publisher, reader, run } = await openFeed();
      const other = `${run}-other`;
      await publisher.publish(liveDay(run, 4));
      await publisher.publish(liveDay(other, 1));
      expect([await reader.latest(run), await reader.latest(other)]).toEqual([liveDay(run, 4), liveDay(other, 1)]);
    });

    it('is none once the run is forgotten', async () => {
      const { publisher, reader, run } = await openFeed();
      await publisher.publish(liveDay(run, 4));
      await publisher.forget(run);
      expect(await reader.latest(run)).toBeUndefined();
    });
  });

  describe('a subscriber', () => {
    it('hears the latest day at once, then every newer day, in order and none twice', async () => {
      const { publisher, reader, run } = await openFeed();
      await publisher.publish(liveDay(run, 3));
      const heard: LiveDay[] = [];
      await reader.subscribe(run, (day) => heard.push(day));
      expect(heard).toEqual([liveDay(run, 3)]);
      for (const day of [4, 4, 2, 5, 6]) await publisher.publish(liveDay(run, day));
      await until(() => heard.length >= 4);
      expect(heard).toEqual([3, 4, 5, 6].map((day) => liveDay(run, day)));
    });

    it('hears nothing of other runs', async () => {
      const { publisher, reader, run } = await openFeed();
      const heard: LiveDay[] = [];
      await reader.subscribe(run, (day) => heard.push(day));
      await publisher.publish(liveDay(`${run}-other`, 1));
      await publisher.publish(liveDay(run, 0));
      await until(() => heard.length > 0);
      expect(heard).toEqual([liveDay(run, 0)]);
    });

    it('hears no more once it has stopped, while others of the same run do', async () => {
      const { publisher, reader, run } = await openFeed();
      const stopped: number[] = [];
      const staying: number[] = [];
      const stop = await reader.subscribe(run, ({ day }) => stopped.push(day));
      await reader.subscribe(run, ({ day }) => staying.push(day));
      await publisher.publish(liveDay(run, 0));
      await until(() => stopped.length > 0 && staying.length > 0);
      await stop();
      await publisher.publish(liveDay(run, 1));
      await until(() => staying.length > 1);
      expect([stopped, staying]).toEqual([[0], [0, 1]]);
    });

    it('may come back after everybody has stopped', async () => {
      const { publisher, reader, run } = await openFeed();
      const heard: number[] = [];
      const stop = await reader.subscribe(run, () => undefined);
      await stop();
      await publisher.publish(liveDay(run, 0));
      await reader.subscribe(run, ({ day }) => heard.push(day));
      await publisher.publish(liveDay(run, 1));
      await until(() => heard.length > 1);
      expect(heard).toEqual([0, 1]);
    });
  });

  describe('a feed that was closed', () => {
    it('says that it told nobody', async () => {
      const { publisher, run } = await openFeed();
      await publisher.close();
      expect(await publisher.publish(liveDay(run, 0))).toBe(false);
    });

    it('calls nobody back', async () => {
      const { publisher, reader, run } = await openFeed();
      const heard: number[] = [];
      await reader.subscribe(run, ({ day }) => heard.push(day));
      await publisher.publish(liveDay(run, 0));
      await until(() => heard.length > 0);
      await reader.close();
      await publisher.publish(liveDay(run, 1));
      expect(heard).toEqual([0]);
    });
  });
}
