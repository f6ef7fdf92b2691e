// The metrics of the gateway: how long requests take, and who reads live streams. Routes are labelled by their names in the
// table of routes, statuses by their class: a path or an id would make series without end.
import { GATEWAY, PREFIX } from './names';
import { expositionOf, openRegistry, type Exposition } from './registry';

export interface GatewayMetrics extends Exposition {
  /** @param route its name in ROUTES, `page` for files of the page, `none` where no route fits @param status e.g. 404 */
  readonly request: (answered: { readonly route: string; readonly status: number; readonly seconds: number }) => void;
  /** @param count of readers, asked for when Prometheus reads */
  readonly countStreams: (count: () => number) => void;
  /** A reader was let go because it did not keep up. */
  readonly streamDropped: () => void;
}

export async function gatewayMetrics(): Promise<GatewayMetrics> {
  const { prometheus, registry } = await openRegistry('gateway', true);
  const registers = [registry];
  const [name, help, labelNames, buckets] = GATEWAY.requestSeconds;
  const seconds = new prometheus.Histogram({
    ...{ name: PREFIX + name, help, labelNames: [...labelNames], buckets: [...buckets], registers },
  });
  let countStreams = (): number => 0;
  new prometheus.Gauge({
    ...{ name: PREFIX + GATEWAY.streamClients[0], help: GATEWAY.streamClients[1], registers },
    collect() {
      this.set(countStreams());
    },
  });
  const dropped = new prometheus.Counter({
    ...{ name: PREFIX + GATEWAY.streamsDropped[0], help: GATEWAY.streamsDropped[1], registers },
  });
  return {
    ...expositionOf(registry),
    request: ({ route, status, seconds: took }) =>
      seconds.observe({ route, status: `${Math.floor(status / 100)}xx` }, took),
    countStreams: (count) => void (countStreams = count),
    streamDropped: () => dropped.inc(),
  };
}
