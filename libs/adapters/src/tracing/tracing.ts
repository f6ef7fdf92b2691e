// Traces by OpenTelemetry, sent over HTTP to whoever collects them: one span for each day of each source of a run. All spans
// of a day have one trace, so that a collector shows who waited for whom. Where nobody collects, nothing of it is loaded.
import { createHash, randomBytes } from 'node:crypto';

/** A day of a source, from its last input to its acknowledgement. Times in milliseconds of the epoch. */
export interface StageDay {
  readonly run: string;
  readonly stage: string;
  readonly shard: number;
  readonly day: number;
  readonly attempt: number;
  readonly beganMs: number;
  readonly endedMs: number;
}

export interface Tracing {
  readonly stageDay: (day: StageDay) => void;
  /** Sends what is left, for a little while. */
  readonly close: () => Promise<void>;
}

export interface TracingOptions {
  /** Address of the collector, without the path: http://127.0.0.1:4318 */
  readonly endpoint: string;
  readonly service: string;
}

/** Spans that wait to be sent; later ones are dropped where the collector does not keep up. */
const QUEUE = { maxQueueSize: 4096, maxExportBatchSize: 512, scheduledDelayMillis: 1000, exportTimeoutMillis: 2000 };
/** For one sending, tried again as often as it fits. */
const SEND_MS = 1500;
const CLOSE_MS = 2000;

export async function openTracing({ endpoint, service }: TracingOptions): Promise<Tracing> {
  const [api, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-node'),
  ]);
  // Read in the same breath in which a span is begun: nothing comes in between.
  let traceId = '';
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: SEND_MS,
  });
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `resumption-${service}` }),
    sampler: new sdk.AlwaysOnSampler(),
    idGenerator: { generateTraceId: () => traceId, generateSpanId: () => randomBytes(8).toString('hex') },
    spanProcessors: [new sdk.BatchSpanProcessor(exporter, QUEUE)],
  });
  const tracer = provider.getTracer('resumption');
  return {
    stageDay({ run, stage, shard, day, attempt, beganMs, endedMs }) {
      traceId = traceIdOf(run, day);
      const attributes = { run, stage, shard, day, attempt };
      const span = tracer.startSpan(`${stage} day`, { startTime: beganMs, attributes, root: true }, api.ROOT_CONTEXT);
      span.end(endedMs);
    },
    async close() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

/** The same in every process: 16 bytes as hexadecimal digits. */
function traceIdOf(run: string, day: number): string {
  return createHash('sha256').update(`${run}:${day}`).digest('hex').slice(0, 32);
}
