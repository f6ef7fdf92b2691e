// The smallest chain that can go wrong: every stage of the log, eight rows each, whole numbers only. A row's next state
// depends on its own, on every row that reaches it and on the lever, so anything lost, doubled or late shows in a digest.
import {
  axisOf,
  blockStarts,
  ColumnBlock,
  openShard,
  Random,
  runDays,
  type DayDigest,
  type Frame,
  type Hash64,
  type Party,
  type Route,
  type Shard,
  type Stage,
  type StageShard,
  type StageState,
} from '#libs/kernel';
import { STAGES, type Channel, type Command, type Source, type StageName } from '#libs/messages';
import { sourcesOf, type RunModel } from '#libs/runtime';

export const DAYS = 12;
export const SHARDS = 2;
const ROWS = 8;
const MODULUS = 1_000_003;
const STARTS = blockStarts(ROWS);

interface Link {
  readonly channel: Channel;
  readonly from: StageName;
  readonly to: StageName;
}

/** Goods go down the chain, orders up; the desk hears of plants and answers them. */
const LINKS: readonly Link[] = [
  { channel: 'consignments', from: 'plants', to: 'logistics' },
  { channel: 'deliveries', from: 'logistics', to: 'markets' },
  { channel: 'deliveries', from: 'logistics', to: 'exporters' },
  { channel: 'orders', from: 'markets', to: 'plants' },
  { channel: 'orders', from: 'exporters', to: 'plants' },
  { channel: 'reports', from: 'plants', to: 'support' },
  { channel: 'allocations', from: 'support', to: 'plants' },
];

interface TinyState extends StageState {
  readonly first: number;
  readonly held: Float64Array;
  readonly sent: Float64Array;
  readonly arrived: Float64Array;
}

/** Called for each day of each shard, with the lever under which it was stepped. */
export type OnStep = (source: Source, day: number, lever: number) => void;

/** The chain is nothing but whoever watches. */
interface TinyChain {
  readonly onStep: OnStep;
}

type TinyStage = Stage<TinyChain, number, TinyState>;
type TinyShard = StageShard<TinyChain, number>;

function shardsOf(stage: StageName): number {
  return stage === 'support' ? 1 : SHARDS;
}

/** @returns the rows of one stage's shard, and where in the receiver's shard they arrive */
function rowsOf(from: Shard, to: Shard): Pick<Route, 'receiverRows'> & { readonly senderRows: Int32Array } {
  const sender = axisOf(STARTS, from);
  const receiver = axisOf(STARTS, to);
  const pairs = Array.from({ length: sender.length }, (_, row) => {
    const arrives = ((sender.first + row) * 3 + 1) % ROWS;
    return { row, arrives: arrives - receiver.first };
  }).filter(({ arrives }) => arrives >= 0 && arrives < receiver.length);
  return {
    senderRows: Int32Array.from(pairs, ({ row }) => row),
    receiverRows: Int32Array.from(pairs, ({ arrives }) => arrives),
  };
}

function routesOf(stage: StageName, shard: Shard): readonly Route[] {
  const from: Source = { stage, shard: shard.index };
  const columns = ['sent'];
  const onwards = LINKS.filter((link) => link.from === stage).flatMap(({ channel, to }) =>
    Array.from({ length: shardsOf(to) }, (_, index): Route => {
      const rows = rowsOf(shard, { index, count: shardsOf(to) });
      return { channel, from, to: { stage: to, shard: index }, columns, ...rows };
    }),
  );
  const recovery: Party = { stage: 'recovery', shard: 0 };
  const report: Route = {
    ...{ channel: 'reports', from, to: recovery, columns },
    ...{ senderRows: 'all', receiverRows: new Int32Array(0) },
  };
  return [...onwards, report];
}

function tinyStage(name: StageName): TinyStage {
  const channels = (side: 'from' | 'to'): Channel[] =>
    LINKS.filter((link) => link[side] === name).map((link) => link.channel);
  const reads = [...new Set(channels('to'))];
  return {
    name,
    reads,
    writes: [...new Set<Channel>([...channels('from'), 'reports'])],
    open: (_chain, shard) => {
      const axis = axisOf(STARTS, shard);
      const block = new ColumnBlock([
        { name: 'held', role: 'state', axis },
        { name: 'sent', role: 'flow', axis },
      ]);
      const [held, sent] = block.columns;
      for (let row = 0; row < axis.length; row++) sent[row] = STAGES.indexOf(name) * 100 + axis.first + row;
      return { block, first: axis.first, held, sent, arrived: new Float64Array(axis.length) };
    },
    routes: (_chain, { index }) => ROUTES.get(`${name}/${index}`) ?? [],
    step: ({ day, chain, levers, state, inbox }) => {
      chain.onStep({ stage: name, shard: state.first === 0 ? 0 : 1 }, day, levers);
      const { first, held, sent, arrived } = state;
      for (let row = 0; row < held.length; row++) held[row] = (held[row] * 5 + (first + row) * 7 + day * 11) % MODULUS;
      for (const [at, channel] of reads.entries()) {
        arrived.fill(0);
        inbox.add(channel, 0, arrived);
        for (let row = 0; row < held.length; row++) held[row] = (held[row] + arrived[row] * (at + 2)) % MODULUS;
      }
      for (let row = 0; row < held.length; row++) sent[row] = (held[row] * 3 + levers * 13 + row) % MODULUS;
    },
  };
}

const TINY_STAGES = new Map(STAGES.map((name) => [name, tinyStage(name)]));
const ROUTES = new Map(
  sourcesOf({ shards: SHARDS }).map(({ stage, shard }) => [
    `${stage}/${shard}`,
    routesOf(stage, { index: shard, count: shardsOf(stage) }),
  ]),
);

/** The lever of each day: it tells every command that stands, and their order. */
function leverUnder(commands: readonly Command[], day: number): number {
  const standing = commands.filter(({ effectiveDay }) => effectiveDay <= day);
  return standing.reduce((lever, { value }) => (lever * 31 + value + 1) % 1009, 0);
}

export function tinyModel(hash: Hash64, onStep: OnStep = () => undefined): RunModel<TinyChain, number> {
  const chain = { onStep };
  return {
    days: DAYS,
    routesOf: ({ stage, shard }) => ROUTES.get(`${stage}/${shard}`) ?? [],
    openShard: ({ stage, shard }) => {
      const found = TINY_STAGES.get(stage);
      if (!found) throw new RangeError(`no stage ${stage}`);
      return openShard({
        ...{ stage: found, chain, hash, random: RANDOM },
        shard: { index: shard, count: shardsOf(stage) },
      });
    },
    leversUnder: (commands) => (day) => leverUnder(commands, day),
  };
}

const RANDOM = new Random(1);

/** What the chain reports on a day, in one number: frames to recovery, whatever their order. */
export function reportedOf(frames: readonly Frame[]): number {
  return frames
    .filter(({ route }) => route.to.stage === 'recovery')
    .reduce((sum, { route, columns: [sent] }) => {
      const weight = STAGES.indexOf(route.from.stage) * SHARDS + route.from.shard + 1;
      return sum + sent.reduce((total, value, row) => total + value * (row + 1), 0) * weight;
    }, 0);
}

/** A run without services: what every schedule has to come to. */
export interface PlainDay {
  readonly digest: DayDigest;
  readonly reported: number;
  /** By `stage/shard`. */
  readonly shards: ReadonlyMap<string, DayDigest>;
}

export function runPlainly(hash: Hash64, commands: readonly Command[], days: number): PlainDay[] {
  const model = tinyModel(hash);
  const shards = freshShards(hash);
  const plain: PlainDay[] = [];
  runDays(shards, { from: 0, to: days }, model.leversUnder(commands), ({ frames }) => {
    const digests = new Map(shards.map((shard) => [keyOf(shard), shard.digester.today()]));
    let [state, flow] = [0n, 0n];
    for (const digest of digests.values()) {
      state = BigInt.asUintN(64, state + digest.state);
      flow = BigInt.asUintN(64, flow + digest.flow);
    }
    plain.push({ digest: { state, flow }, reported: reportedOf(frames), shards: digests });
  });
  return plain;
}

let kept: readonly { readonly shard: TinyShard; readonly eve: Uint8Array }[] | undefined;

/** Made once and put back to the eve: opening them takes longer than running them. */
function freshShards(hash: Hash64): TinyShard[] {
  const model = tinyModel(hash);
  kept ??= sourcesOf({ shards: SHARDS }).map((source) => {
    const shard = model.openShard(source);
    return { shard, eve: shard.state.block.snapshot() };
  });
  for (const { shard, eve } of kept) shard.state.block.restore(eve);
  return kept.map(({ shard }) => shard);
}

function keyOf({ source }: TinyShard): string {
  return `${source.stage}/${source.shard}`;
}
