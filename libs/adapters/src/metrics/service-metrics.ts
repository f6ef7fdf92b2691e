// The metrics of one service, for Prometheus: everything that any service tells, each labelled with the service's name.
import type * as Prometheus from 'prom-client';
import { COUNTERS, FEED, HISTOGRAMS, RUN_GAUGES } from './names';
import { NewestRunGauge } from './newest-run';

const PREFIX = 'resumption_';

export type ServiceMetrics = Readonly<Record<keyof typeof COUNTERS, Prometheus.Counter>> &
  Readonly<Record<keyof typeof HISTOGRAMS, Prometheus.Histogram>> &
  Readonly<Record<keyof typeof RUN_GAUGES, NewestRunGauge>> & {
    /** @param isTold what `LiveFeed.publish` said */
    readonly feedPublished: (isTold: boolean) => void;
    readonly contentType: string;
    /** Everything, as Prometheus reads it; the process's own numbers too. */
    readonly text: () => Promise<string>;
  };

/** Makes the metrics of a service, in a registry of their own. */
export async function serviceMetrics(service: string): Promise<ServiceMetrics> {
  // Loaded here: most who import this library serve no metrics.
  const prometheus = await import('prom-client');
  const registry = new prometheus.Registry();
  registry.setDefaultLabels({ service });
  prometheus.collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counters = mapped(COUNTERS, ([name, help]) => {
    return new prometheus.Counter({ name: PREFIX + name, help, registers });
  });
  const histograms = mapped(HISTOGRAMS, ([name, help, buckets]) => {
    return new prometheus.Histogram({ name: PREFIX + name, help, buckets: [...buckets], registers });
  });
  const gauges = mapped(RUN_GAUGES, ([name, help]) => {
    return new NewestRunGauge(new prometheus.Gauge({ name: PREFIX + name, help, labelNames: ['run'], registers }));
  });
  const [name, help] = FEED;
  const feed = new prometheus.Counter({ name: PREFIX + name, help, labelNames: ['result'], registers });
  return {
    ...counters,
    ...histograms,
    ...gauges,
    feedPublished: (isTold) => feed.inc({ result: isTold ? 'told' : 'lost' }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function mapped<Table extends object, Metric>(
  table: Table,
  metricOf: (row: Table[keyof Table]) => Metric,
): Record<keyof Table, Metric> {
  const entries = Object.entries(table).map(([key, row]) => [key, metricOf(row as Table[keyof Table])]);
  return Object.fromEntries(entries) as Record<keyof Table, Metric>;
}
