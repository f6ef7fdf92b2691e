import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTracing, type StageDay } from './tracing';

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}
interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number };
}
interface SentSpan {
  readonly traceId: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly Attribute[];
}

/** A collector: a server that keeps what is sent to it. */
async function collector(): Promise<{ server: Server; endpoint: string; paths: string[]; sent: Sent[] }> {
  const paths: string[] = [];
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      paths.push(request.url ?? '');
      sent.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Sent);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths, sent };
}

const plain = (attributes: readonly Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));

const day = (over: Partial<StageDay>): StageDay => ({
  ...{ run: 'keqiao-1', stage: 'plants', shard: 0, day: 12, attempt: 1, beganMs: 1_583_000_000_000 },
  ...{ endedMs: 1_583_000_000_250, ...over },
});

describe('traces of days', () => {
  it('reach the collector as one span for each day of a source, with where it belongs', async () => {
    const { server, endpoint, paths, sent } = await collector();
    try {
      const tracing = await openTracing({ endpoint, service: 'plants' });
      tracing.stageDay(day({}));
      tracing.stageDay(day({ stage: 'markets', shard: 1, attempt: 2 }));
      tracing.stageDay(day({ day: 13 }));
      await tracing.close();
      expect(new Set(paths)).toEqual(new Set(['/v1/traces']));
      const resources = sent.flatMap(({ resourceSpans }) => resourceSpans);
      expect(plain(resources[0].resource.attributes)['service.name']).toBe('resumption-plants');
      const spans = resources.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
      expect(spans.map(({ name, attributes }) => [name, plain(attributes)])).toEqual([
        ['plants day', { run: 'keqiao-1', stage: 'plants', shard: 0, day: 12, attempt: 1 }],
        ['markets day', { run: 'keqiao-1', stage: 'markets', shard: 1, day: 12, attempt: 2 }],
        ['plants day', { run: 'keqiao-1', stage: 'plants', shard: 0, day: 13, attempt: 1 }],
      ]);
      const [first, second, third] = spans;
      expect(BigInt(first.endTimeUnixNano) - BigInt(first.startTimeUnixNano)).toBe(250_000_000n);
      expect(second.traceId).toBe(first.traceId);
      expect(third.traceId).not.toBe(first.traceId);
    } finally {
      server.close();
    }
  });

  it('hold nobody up where no collector answers', async () => {
    const { server, endpoint } = await collector();
    await new Promise((resolve) => server.close(resolve));
    const tracing = await openTracing({ endpoint, service: 'plants' });
    tracing.stageDay(day({}));
    const began = performance.now();
    await tracing.close();
    expect(performance.now() - began).toBeLessThan(6000);
  });
});
