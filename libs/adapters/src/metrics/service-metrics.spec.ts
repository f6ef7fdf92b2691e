import { serviceMetrics, type ServiceMetrics } from './service-metrics';

/** Our own samples, by name and labels. */
async function samplesOf(metrics: ServiceMetrics): Promise<Record<string, number>> {
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

describe('the days of the newest run', () => {
  const older = { id: 'b', createdAt: '2020-02-25T00:00:00.000Z' };
  const newer = { id: 'a', createdAt: '2020-02-25T00:00:01.000Z' };

  it('are the only ones shown, however many runs there were', async () => {
    const metrics = await serviceMetrics('control');
    metrics.openedDay.set(older, 30);
    metrics.openedDay.set(newer, 4);
    metrics.openedDay.set(older, 31);
    metrics.projectedDay.set(older, 29);
    const gauges = Object.entries(await samplesOf(metrics)).filter(([name]) => name.includes('_day{'));
    expect(gauges).toEqual([
      ['resumption_opened_day{run="a",service="control"}', 4],
      ['resumption_projected_day{run="b",service="control"}', 29],
    ]);
  });

  it('follow the run', async () => {
    const metrics = await serviceMetrics('control');
    for (const day of [4, 5, 6]) metrics.openedDay.set(newer, day);
    expect((await samplesOf(metrics))['resumption_opened_day{run="a",service="control"}']).toBe(6);
  });
});
