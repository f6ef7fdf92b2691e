// A registry for one service: whatever it tells bears the service's name, and the process's own numbers are there, too.
import type * as Prometheus from 'prom-client';

export interface OpenRegistry {
  readonly prometheus: typeof Prometheus;
  readonly registry: Prometheus.Registry;
}

/** Names and labels of what is registered, for whoever checks that what is asked of Prometheus exists. */
export interface Registered {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary';
  readonly labels: readonly string[];
}

export interface Exposition {
  readonly contentType: string;
  /** Everything, as Prometheus reads it. */
  readonly text: () => Promise<string>;
  readonly registered: () => readonly Registered[];
}

const SERVICE_LABEL = 'service';

export async function openRegistry(service: string): Promise<OpenRegistry> {
  // Loaded here: most who import this library serve no metrics.
  const prometheus = await import('prom-client');
  const registry = new prometheus.Registry();
  registry.setDefaultLabels({ [SERVICE_LABEL]: service });
  prometheus.collectDefaultMetrics({ register: registry });
  return { prometheus, registry };
}

export function expositionOf(registry: Prometheus.Registry): Exposition {
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    registered: () => registry.getMetricsAsArray().map((metric) => registeredOf(metric)),
  };
}

/** prom-client does not say in its types which labels a metric was made with. */
function registeredOf({ name, type, ...made }: Prometheus.MetricObject): Registered {
  const { labelNames = [] } = made as { labelNames?: readonly string[] };
  return { name, type: String(type).toLowerCase() as Registered['type'], labels: [...labelNames, SERVICE_LABEL] };
}

export function mapped<Table extends object, Metric>(
  table: Table,
  metricOf: (row: Table[keyof Table]) => Metric,
): Record<keyof Table, Metric> {
  const entries = Object.entries(table).map(([key, row]) => [key, metricOf(row as Table[keyof Table])]);
  return Object.fromEntries(entries) as Record<keyof Table, Metric>;
}
