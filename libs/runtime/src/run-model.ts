// What a service makes of a run's manifest: the chain, compiled by every service for itself, and who sends what to whom.
import type { Party, Route, StageShard } from '#libs/kernel';
import { STAGES, streamKey, type Command, type Source, type Stream, type Writer } from '#libs/messages';
import type { RunManifest } from './run-store';

export interface RunModel<C, L> {
  readonly days: number;
  /** Every route of a source, in its order. */
  routesOf(source: Source): readonly Route[];
  openShard(source: Source): StageShard<C, L>;
  /** The levers of a day under the commands known. */
  leversUnder(commands: readonly Command[]): (day: number) => L;
}

/** Compiles a run. Called once a run and process. */
export type OpenModel<C, L> = (manifest: RunManifest) => Promise<RunModel<C, L>>;

/** Every stage shard of a run; the service desk is one shard. */
export function sourcesOf({ shards }: Pick<RunManifest, 'shards'>): Source[] {
  return STAGES.flatMap((stage) =>
    Array.from({ length: stage === 'support' ? 1 : shards }, (_, shard): Source => ({ stage, shard })),
  );
}

/** What one source writes to one stream. */
export interface Feed {
  readonly writer: Writer;
  readonly stream: Stream;
  readonly routes: readonly Route[];
}

/** A source's routes by stream, in the order in which its routes come. */
export function feedsOf({ stage, shard }: Source, routes: readonly Route[]): Feed[] {
  const feeds = new Map<string, { stream: Stream; routes: Route[] }>();
  for (const route of routes) {
    const stream: Stream = { channel: route.channel, to: route.to.stage, shard: route.to.shard };
    const feed = feeds.get(streamKey(stream)) ?? { stream, routes: [] };
    feed.routes.push(route);
    feeds.set(streamKey(stream), feed);
  }
  return [...feeds.values()].map((feed) => ({ writer: { name: stage, shard }, ...feed }));
}

/** Every feed of a run. */
export function allFeeds<C, L>(model: RunModel<C, L>, sources: readonly Source[]): Feed[] {
  return sources.flatMap((source) => feedsOf(source, model.routesOf(source)));
}

/** Whether a feed is read by a party. */
export function isReadBy({ stream }: Feed, party: Party): boolean {
  return stream.to === party.stage && stream.shard === party.shard;
}
