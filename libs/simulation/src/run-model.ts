// What a stage service makes of a run's manifest.
import { openShard, Random, type Hash64, type Route } from '#libs/kernel';
import { type Command, type Source } from '#libs/messages';
import { CHAIN_STAGES, type Chain, type Levers } from '#libs/model';
import { type RunManifest, type RunModel } from '#libs/runtime';
import { leversOf } from '#libs/scenario';
import { CommandedScenario, compileHead } from './compiled-run';

/** @throws InputError SCN_..., CSV_... as the command line would for the same texts */
export function openRunModel(manifest: RunManifest, hash: Hash64): RunModel<Chain, Levers> {
  const scenario = new CommandedScenario(compileHead(manifest));
  const { chain, schedule, spec } = scenario.compiled;
  const random = new Random(spec.seed);
  const leversOn = leversOf(schedule);
  const routes = new Map<string, readonly Route[]>();
  const stageOf = ({ stage }: Source): (typeof CHAIN_STAGES)[number] => {
    const found = CHAIN_STAGES.find(({ name }) => name === stage);
    if (!found) throw new RangeError(`no stage ${stage}`);
    return found;
  };
  // The desk is its stage's first shard, and the only one that has rows: it serves the clients of as many shards.
  const shardOf = ({ shard }: Source): { index: number; count: number } => ({ index: shard, count: manifest.shards });
  return {
    days: spec.days,
    routesOf(source) {
      const key = `${source.stage}/${source.shard}`;
      const known = routes.get(key) ?? stageOf(source).routes(chain, shardOf(source));
      routes.set(key, known);
      return known;
    },
    openShard: (source) => openShard({ stage: stageOf(source), chain, shard: shardOf(source), random, hash }),
    leversUnder: (commands: readonly Command[]) => {
      scenario.take(commands);
      return leversOn;
    },
  };
}
