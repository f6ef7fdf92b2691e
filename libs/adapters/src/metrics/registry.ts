// A registry for one service: whatever it tells bears the service's name, and the process's own numbers are there, too.
import type * as Prometheus from 'prom-client';

export interface OpenRegistry {
  readonly prometheus: typeof Prometheus;
  readonly registry: Prometheus.Registry;
}

/** Names and labels of what is registered, for whoever checks that what is asked of Prometheus exists. */
interface Registered {
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

/** @param ofProcess whether the process's own numbers are told; where several services live in one, once is enough */
export async function openRegistry(service: string, ofProcess: boolean): Promise<OpenRegistry> {
  // Loaded here: most who import this library serve no metrics.
  const prometheus = await import('prom-client');
  const registry = new prometheus.Registry();
  registry.setDefaultLabels({ [SERVICE_LABEL]: service });
  if (ofProcess) prometheus.collectDefaultMetrics({ register: registry });
  return { prometheus, registry };
}

export function expositionOf(registry: Prometheus.Registry): Exposition {
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    registered: () => registry.getMetricsAsArray().map((metric) => registeredOf(metric)),
  };
}

/** Several services as one text: each metric is described once, with the samples of all. */
export async function joinedText(services: readonly Pick<Exposition, 'text'>[]): Promise<string> {
  const texts = await Promise.all(services.map((one) => one.text()));
  const metrics = new Map<string, string[]>();
  for (const block of texts.flatMap((text) => text.trim().split('\n\n'))) {
    const lines = block.split('\n');
    // # HELP name words
    const [, , name] = lines[0].split(' ');
    const known = metrics.get(name);
    if (known) known.push(...lines.filter((line) => !line.startsWith('#')));
    else metrics.set(name, lines);
  }
  return `${[...metrics.values()].map((lines) => lines.join('\n')).join('\n\n')}\n`;
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
