import { gatewayMetrics } from './gateway-metrics';
import { joinedText, type Exposition } from './registry';
import { serviceMetrics } from './service-metrics';

/** Our own samples, by name and labels. */
async function samplesOf(metrics: Exposition): Promise<Record<string, number>> {
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('resumption_'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

describe('the metrics of a service', () => {
  it('start at nought, so that a rate can be taken from the first event on', async () => {
    const samples = await samplesOf(await serviceMetrics('plants'));
    const counted = ['days', 'records_sent', 'records_read', 'duplicates_dropped', 'gaps', 'heals', 'snapshots'];
    for (const name of [...counted, 'quarantined'])
      expect(samples[`resumption_${name}_total{service="plants"}`]).toBe(0);
  });

  it('count and measure', async () => {
    const metrics = await serviceMetrics('plants');
    metrics.days.inc();
    metrics.recordsSent.inc(3);
    metrics.dayDurationSeconds.observe(0.02);
    metrics.snapshotBytes.observe(4_000_000);
    metrics.feedPublished(true);
    metrics.feedPublished(false);
    expect(await samplesOf(metrics)).toMatchObject({
      'resumption_days_total{service="plants"}': 1,
      'resumption_records_sent_total{service="plants"}': 3,
      'resumption_day_duration_seconds_bucket{le="0.01",service="plants"}': 0,
      'resumption_day_duration_seconds_bucket{le="0.025",service="plants"}': 1,
      'resumption_snapshot_bytes_sum{service="plants"}': 4_000_000,
      'resumption_feed_published_total{result="told",service="plants"}': 1,
      'resumption_feed_published_total{result="lost",service="plants"}': 1,
    });
  });

  it('are those of this service alone, though two live in one process', async () => {
    const [plants, markets] = [await serviceMetrics('plants'), await serviceMetrics('markets')];
    plants.days.inc();
    expect(await samplesOf(markets)).toMatchObject({ 'resumption_days_total{service="markets"}': 0 });
  });

  it('are read as text that Prometheus knows, with the numbers of the process', async () => {
    const metrics = await serviceMetrics('plants');
    expect(metrics.contentType).toContain('text/plain; version=0.0.4');
    expect(await metrics.text()).toContain('process_cpu_seconds_total{service="plants"}');
  });
});

describe('the metrics of several services in one process', () => {
  it('are one text, in which each metric is described once', async () => {
    const [plants, markets] = [
      await serviceMetrics('plants', { ofProcess: false }),
      await serviceMetrics('markets', { ofProcess: false }),
    ];
    plants.days.inc(3);
    markets.days.inc(4);
    const text = await joinedText([plants, markets]);
    expect(text.split('\n').filter((line) => line.includes('resumption_days_total'))).toEqual([
      '# HELP resumption_days_total Days of runs that were stepped or projected.',
      '# TYPE resumption_days_total counter',
      'resumption_days_total{service="plants"} 3',
      'resumption_days_total{service="markets"} 4',
    ]);
    expect(text).not.toContain('process_cpu');
  });
});

describe('what is told of the newest run', () => {
  const older = { id: 'b', createdAt: '2020-02-25T00:00:00.000Z' };
  const newer = { id: 'a', createdAt: '2020-02-25T00:00:01.000Z' };

  it('is gone when a newer one is met, so that there are no more series with more runs', async () => {
    const metrics = await serviceMetrics('control');
    metrics.meet(older);
    metrics.ofNewest('b')?.openedDay.set({ run: 'b' }, 30);
    metrics.ofNewest('b')?.lostOutputYuan.inc({ sector: 'dyeing', cause: 'masks' }, 5);
    metrics.meet(newer);
    metrics.ofNewest('a')?.openedDay.set({ run: 'a' }, 4);
    const told = Object.entries(await samplesOf(metrics)).filter(([name]) => /_day\{|_yuan_total/.test(name));
    expect(told).toEqual([['resumption_opened_day{run="a",service="control"}', 4]]);
  });

  it('is not told of an older one that is met later', async () => {
    const metrics = await serviceMetrics('control');
    metrics.meet(newer);
    metrics.meet(older);
    expect(metrics.ofNewest('b')).toBeUndefined();
    expect(metrics.ofNewest('a')).toBeDefined();
  });

  it('stays when the same run is met again', async () => {
    const metrics = await serviceMetrics('plants');
    metrics.meet(newer);
    metrics.ofNewest('a')?.watermarkDay.set({ source: 'plants/0' }, 6);
    metrics.meet(newer);
    expect((await samplesOf(metrics))['resumption_watermark_day{source="plants/0",service="plants"}']).toBe(6);
  });
});

describe('the metrics of the gateway', () => {
  it('tell of requests by route and class of status, and of readers of streams', async () => {
    const metrics = await gatewayMetrics();
    metrics.request({ route: 'run', status: 404, seconds: 0.02 });
    metrics.request({ route: 'run', status: 400, seconds: 0.2 });
    let streams = 3;
    metrics.countStreams(() => streams);
    metrics.streamDropped();
    streams = 1;
    expect(await samplesOf(metrics)).toMatchObject({
      'resumption_gateway_request_duration_seconds_count{service="gateway",route="run",status="4xx"}': 2,
      'resumption_gateway_stream_clients{service="gateway"}': 1,
      'resumption_gateway_streams_dropped_total{service="gateway"}': 1,
    });
  });
});
