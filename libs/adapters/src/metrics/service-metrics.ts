// The metrics of one service, for Prometheus: everything that any service tells, each labelled with the service's name.
import type { RunManifest } from '#libs/runtime';
import type * as Prometheus from 'prom-client';
import { COUNTERS, FEED, HISTOGRAMS, NEWEST_COUNTERS, NEWEST_GAUGES, PREFIX } from './names';
import { NewestRun } from './newest-run';
import { expositionOf, mapped, openRegistry, type Exposition } from './registry';

/** Series that are told of the newest run alone. */
type NewestRunMetrics = Readonly<Record<keyof typeof NEWEST_GAUGES, Prometheus.Gauge>> &
  Readonly<Record<keyof typeof NEWEST_COUNTERS, Prometheus.Counter>>;

export type ServiceMetrics = Readonly<Record<keyof typeof COUNTERS, Prometheus.Counter>> &
  Readonly<Record<keyof typeof HISTOGRAMS, Prometheus.Histogram>> &
  Exposition & {
    /** Called when the service first meets a run. */
    readonly meet: (manifest: Pick<RunManifest, 'id' | 'createdAt'>) => void;
    /** Where to tell of a run; undefined where the service has met a newer one. */
    readonly ofNewest: (run: string) => NewestRunMetrics | undefined;
    /** @param isTold what `LiveFeed.publish` said */
    readonly feedPublished: (isTold: boolean) => void;
  };

/** Makes the metrics of a service, in a registry of their own. */
export async function serviceMetrics(service: string, { ofProcess = true } = {}): Promise<ServiceMetrics> {
  const { prometheus, registry } = await openRegistry(service, ofProcess);
  const registers = [registry];
  const counters = mapped(COUNTERS, ([name, help]) => {
    return new prometheus.Counter({ name: PREFIX + name, help, registers });
  });
  const histograms = mapped(HISTOGRAMS, ([name, help, buckets]) => {
    return new prometheus.Histogram({ name: PREFIX + name, help, buckets: [...buckets], registers });
  });
  const newest = {
    ...mapped(NEWEST_GAUGES, ([name, help, labelNames]): Prometheus.Gauge => {
      return new prometheus.Gauge({ name: PREFIX + name, help, labelNames: [...labelNames], registers });
    }),
    ...mapped(NEWEST_COUNTERS, ([name, help, labelNames]): Prometheus.Counter => {
      return new prometheus.Counter({ name: PREFIX + name, help, labelNames: [...labelNames], registers });
    }),
  };
  const run = new NewestRun(() => {
    for (const series of Object.values(newest)) series.reset();
  });
  const [name, help, labelNames] = FEED;
  const feed = new prometheus.Counter({ name: PREFIX + name, help, labelNames: [...labelNames], registers });
  return {
    ...counters,
    ...histograms,
    ...expositionOf(registry),
    meet: (manifest) => run.meet(manifest),
    ofNewest: (id) => (run.is(id) ? newest : undefined),
    feedPublished: (isTold) => feed.inc({ result: isTold ? 'told' : 'lost' }),
  };
}
