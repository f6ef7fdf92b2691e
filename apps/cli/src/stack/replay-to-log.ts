// `resumption replay DIR --to-kafka`: publishes an archive again, as a new run. This process steps every stage; the
// stack's control opens the days and its recovery makes the metrics anew, out of the records alone.
import { openKafkaLog, readArchive, type Archive } from '#libs/adapters';
import { InputError, MAX_LOG_SHARDS } from '#libs/messages';
import type { RecordLog, RunManifest } from '#libs/runtime';
import { archivedTexts, firstDifference, refuseOtherModel } from '#libs/studies';
import { EXIT, type Context } from '../context';
import { wholeNumber } from '../overrides';
import { wordsOf } from '#libs/words';
import { createRun, nameRun } from './create-run';
import { patient } from './patient';
import { withStack, type Stack, type StackOption } from './stack';
import { stepStagesOf } from './stage-hosts';
import { stackError } from './state';
import { watchRun } from './watch-run';

export interface ReplayToLogOptions extends StackOption {
  readonly shards?: string;
  readonly json?: boolean;
}

const CLIENT = 'resumption-replay';
/** Copies of topics that are made, as far as there are brokers. */
const MOST_COPIES = 3;

/** @returns the exit code: 3 when a day differs from the archive's. @throws InputError ARC_..., STK_NO_KAFKA */
export async function replayToLog(folder: string, options: ReplayToLogOptions, context: Context): Promise<number> {
  const shards = wholeNumber('--shards', options.shards ?? '1', { least: 1, most: MAX_LOG_SHARDS });
  const archive = await readArchive(folder);
  refuseOtherModel(folder, archive);
  refuseShortened(folder, archive);
  const manifest = nameRun({
    ...archive.manifest,
    texts: archivedTexts(archive),
    shards,
    accountsForLosses: (await archive.losses()) !== undefined,
    steppedBy: 'replay',
  });
  return withStack(options, async (stack) => {
    const { kafka, prefix, folder: place } = stack.state();
    if (kafka === null || kafka.length === 0) {
      const mend = 'Start one over Kafka: npm run stack -- up.';
      throw stackError('STK_NO_KAFKA', place, 'the log of this stack lies inside its own process.', mend);
    }
    const replication = Math.min(MOST_COPIES, kafka.length);
    const log = openKafkaLog({ brokers: kafka, clientId: CLIENT, prefix, replication });
    try {
      return await publishAgain(stack, log, manifest, { folder, archive, json: options.json }, context);
    } finally {
      await log.close();
    }
  });
}

/** Options that mean something with --to-kafka alone. @throws InputError CLI_ONLY_TO_KAFKA */
export function refuseLogOptions({ stack, shards }: ReplayToLogOptions): void {
  if (stack === undefined && shards === undefined) return;
  const path = stack === undefined ? '--shards' : '--stack';
  const reason = 'it means nothing without --to-kafka.';
  throw new InputError({ code: 'CLI_ONLY_TO_KAFKA', path, reason, mend: 'Add --to-kafka.' });
}

interface Published {
  readonly folder: string;
  readonly archive: Archive;
  readonly json?: boolean | undefined;
}

/** Over any log that the stack's control and recovery read. */
export async function publishAgain(
  stack: Stack,
  log: RecordLog,
  manifest: RunManifest,
  { folder, archive, json }: Published,
  context: Context,
): Promise<number> {
  const { stores } = stack;
  const { id } = manifest;
  const words = wordsOf(context.language);
  const failures = new Set<string>();
  const stepped = await stepStagesOf(id, log, stores, (error) => {
    // The same store away is told once, not at each try.
    const text = error instanceof Error ? error.message : String(error);
    if (!failures.has(text)) context.err(`${text}\n`);
    failures.add(text);
  });
  try {
    await createRun(stores, manifest);
    context.err(`${words.runCreated(id)}\n`);
    const watched = await watchRun(stack, manifest, context);
    if (watched.type === 'told') return watched.code;
    const [was, is] = [await archive.digests(), await patient(() => stores.metrics.digests(id))];
    const differing = firstDifference(was, is, manifest.days);
    const { digest } = watched.summary;
    if (json) {
      const isSame = differing === undefined;
      context.out(`${JSON.stringify({ run: id, days: manifest.days, digest, isSame, day: differing ?? null })}\n`);
    } else {
      context.out(`${words.publishedAgain(folder, id, manifest.days)}\n`);
      if (differing === undefined) context.out(`${words.sameDigests(digest)}\n`);
    }
    if (differing === undefined) return EXIT.ok;
    context.err(`STK_DIGEST_DIFFERS ${id}: day ${differing} has another digest than ${folder} says.\n`);
    return EXIT.differs;
  } finally {
    await stepped.stop();
    // Nobody else steps it: a run that was left would wait for ever. One that is over takes no notice.
    await patient(() => stores.runs.fail(id, 'RUN_LEFT the command that stepped its stages has ended'));
  }
}

/** @throws InputError ARC_SHORTENED */
function refuseShortened(folder: string, { manifest: { days, daysWritten } }: Archive): void {
  if (days === daysWritten) return;
  const reason = `it holds ${daysWritten} of ${days} days.`;
  throw new InputError({ code: 'ARC_SHORTENED', place: { file: folder }, reason, mend: 'Run the scenario again.' });
}
