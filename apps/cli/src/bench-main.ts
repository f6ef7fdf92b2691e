// `npm run -s bench [-- --only 30k,1m] [-- --json]`: how fast the core is; `npm run -s bench -- stack`: the services;
// `npm run -s bench -- gateway`: who reads them. Every network is measured in a process of its
// own, one after the other, so that memory and compiled code are its own.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { loadHash64 } from '#libs/adapters';
import { syntheticCase, type BenchCase } from './bench/case';
import { keqiaoCase } from './bench/keqiao';
import { measureNetwork, type Measured } from './bench/measure';
import { NETWORKS, type BenchNetwork } from './bench/networks';
import { benchGateway } from './bench/gateway';
import { readAsClients, type ClientsAsked } from './bench/gateway-clients';
import { benchStack } from './bench/stack';
import { besideLines, tableOf, targetLines } from './bench/table';
import { growthExponent, targetsOf, type Beside } from './bench/targets';
import { measureLosses, type LossesMeasured } from './bench/losses';
import { measureThreads, type ThreadsMeasured } from './bench/threads';
import { measureWholeRun, type WholeRun } from './bench/whole-run';

/** Measured beside the networks: Keqiao as a planner runs it. */
const BESIDE = { 'whole-run': measureWholeRun, losses: measureLosses, threads: measureThreads } as const;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      only: { type: 'string' },
      // Internal: measure this network here and print it.
      measure: { type: 'string' },
      // Internal: read a stream as many readers.
      clients: { type: 'string' },
    },
  });
  const { json, only, measure, clients } = values;
  if (clients !== undefined) return readAsClients(JSON.parse(clients) as ClientsAsked);
  if (positionals.includes('stack')) return benchStack({ json: json ?? false });
  if (positionals.includes('gateway')) return benchGateway({ json: json ?? false });
  if (measure !== undefined && Object.hasOwn(BESIDE, measure))
    return console.log(JSON.stringify(await BESIDE[measure as keyof typeof BESIDE]()));
  if (measure !== undefined) return measureHere(named(measure));
  const wanted = (only?.split(',') ?? []).map((name) => named(name));
  const networks = wanted.length > 0 ? wanted : NETWORKS;
  const measured = networks.flatMap(({ name }) => measureApart<Measured>(name));
  const beside = networks.some(({ size }) => size === undefined) ? measureBeside() : {};
  const targets = targetsOf(measured, beside);
  if (json)
    console.log(JSON.stringify({ networks: measured, growthExponent: growthExponent(measured), ...beside, targets }));
  else console.log([tableOf(measured), ...besideLines(beside), targetLines(targets, measured)].join('\n\n'));
}

function measureBeside(): Beside {
  const [wholeRun] = measureApart<WholeRun>('whole-run');
  const [losses] = measureApart<LossesMeasured>('losses');
  const [threads] = measureApart<ThreadsMeasured>('threads');
  return { wholeRun, losses, threads };
}

function named(name: string): BenchNetwork {
  const network = NETWORKS.find((one) => one.name === name);
  if (!network)
    throw new Error(
      `CLI_UNKNOWN_NETWORK --only: no network "${name}". Choose from ${NETWORKS.map((one) => one.name).join(', ')}.`,
    );
  return network;
}

/** The object version of a million enterprises needs more heap than Node takes by itself. */
const NODE_OPTIONS = ['--expose-gc', '--max-old-space-size=12288'];

/** Nothing when it fails: the others are measured all the same. */
function measureApart<Figures>(name: string): Figures[] {
  process.stderr.write(`measuring ${name} ...\n`);
  const child = spawnSync(process.execPath, [...NODE_OPTIONS, __filename, '--measure', name], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (child.status === 0) return [JSON.parse(child.stdout) as Figures];
  process.stderr.write(`measuring ${name} ended with ${child.status ?? child.signal ?? 'no status'}\n`);
  process.exitCode = 1;
  return [];
}

async function measureHere(network: BenchNetwork): Promise<void> {
  const { size } = network;
  const make = (): BenchCase => (size ? syntheticCase(size) : keqiaoCase());
  console.log(JSON.stringify(measureNetwork(network, make, await loadHash64())));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
