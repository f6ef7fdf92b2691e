import { liveDay, liveFeedFeatures } from '#libs/testing';
import { InProcessLiveFeed } from './in-process-live-feed';

describe('the live feed of one process', () => {
  liveFeedFeatures(() => {
    const feed = new InProcessLiveFeed();
    return Promise.resolve({ publisher: feed, reader: feed });
  });

  it('keeps the latest day of many runs, but not of ever more', async () => {
    const feed = new InProcessLiveFeed();
    for (let run = 0; run < 300; run++) await feed.publish(liveDay(`run-${run}`, 0));
    await feed.publish(liveDay('run-44', 1));
    await feed.publish(liveDay('run-300', 0));
    expect(await feed.latest('run-44')).toEqual(liveDay('run-44', 1));
    expect(await feed.latest('run-45')).toBeUndefined();
  });
});
