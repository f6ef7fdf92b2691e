import { assembleChain, draftOf, openChain, resuming } from '#libs/testing';
import { DiagnosticSeverity, Parser } from '@asyncapi/parser';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  asyncApiDocument,
  eventsMarkdown,
  MILESTONE_TYPES,
  RECORD_HEADERS,
  TOPICS,
  topicOf,
  type AsyncApiDocument,
} from '.';

const document = asyncApiDocument({ version: '1.2.3' });

const ERROR: number = DiagnosticSeverity.Error;
const isError = ({ severity }: { readonly severity: number }): boolean => severity === ERROR;

/** `plants -> resumption.orders.markets.v1` for everybody who does it. */
function doing({ channels, operations }: AsyncApiDocument, action: 'send' | 'receive'): string[] {
  return Object.values(operations)
    .filter((operation) => operation.action === action)
    .map((operation) => `${operation['x-service']} -> ${channels[operation.channel.$ref.split('/')[2]].address}`);
}

describe('the AsyncAPI document', () => {
  it('is one, without an error', async () => {
    const { document: parsed, diagnostics } = await new Parser().parse(JSON.stringify(document));
    expect(diagnostics.filter(isError)).toEqual([]);
    expect(parsed?.version()).toBe('3.0.0');
    expect(parsed?.operations().all()).toHaveLength(Object.keys(document.operations).length);
  });

  it('would not be one with an operation on a channel that is not there', async () => {
    const operations = { lost: { ...Object.values(document.operations)[0], channel: { $ref: '#/channels/nowhere' } } };
    const { diagnostics } = await new Parser().parse(JSON.stringify({ ...document, operations }));
    expect(diagnostics.some(isError)).toBe(true);
  });

  it('has every topic of the log, with its partitions', () => {
    const channels = Object.values(document.channels).map((channel) => [channel.address, channel['x-partitions']]);
    expect(channels).toEqual(TOPICS.map((topic) => [topicOf(topic), topic.partitions]));
  });

  it('says of every topic who writes and who reads it', () => {
    const addresses = TOPICS.map((topic) => topicOf(topic)).sort();
    for (const action of ['send', 'receive'] as const) {
      const told = doing(document, action).map((line) => line.split(' -> ')[1]);
      expect([...new Set(told)].sort()).toEqual(addresses);
    }
  });

  it('names whoever sends frames in a chain where everything is switched on', () => {
    const sketch = resuming({
      ...{ seed: 3, tiers: 4, width: 4, suppliersPerBuyer: 2, coverDays: 4, byRoad: 0.5, cancelAfterDays: 9 },
      ...{ hasWorkers: true, hasGates: true, hasMasks: true, hasRisk: true },
    });
    const shards = openChain({ chain: assembleChain(draftOf(sketch)), shards: 2 });
    const sent = shards.flatMap(({ outbox }) =>
      outbox.routes.map(({ channel, from, to }) => `${from.stage} -> ${topicOf({ channel, to: to.stage })}`),
    );
    expect(new Set(sent.map((line) => line.split('.')[1]))).toEqual(
      new Set(['orders', 'consignments', 'deliveries', 'reports', 'allocations']),
    );
    expect(doing(document, 'send')).toEqual(expect.arrayContaining(sent));
  });

  it('describes every header of a frame, and demands those that every record carries', () => {
    const { properties, required } = document.components.messages.frames.headers;
    const { endCount, endChecksum, endState, endFlow, ...always } = RECORD_HEADERS;
    expect(Object.keys(properties)).toEqual([...Object.values(always), endCount, endChecksum, endState, endFlow]);
    expect(required).toEqual(Object.values(always));
  });
});

describe('docs/EVENTS.md', () => {
  const page = eventsMarkdown(document);

  it('is what `npm run schemas` writes', () => {
    expect(readFileSync(resolve(__dirname, '../../../docs/EVENTS.md'), 'utf8')).toBe(page);
  });

  it('tells of every topic, header and type of milestone', () => {
    const words = [...TOPICS.map((topic) => topicOf(topic)), ...Object.values(RECORD_HEADERS), ...MILESTONE_TYPES];
    for (const word of words) expect(page).toContain(`| \`${word}\` |`);
  });
});
