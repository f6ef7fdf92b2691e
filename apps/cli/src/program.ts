// The words of the command line: which commands there are, their options, and what each calls.
import { Command, Option } from 'commander';
import { InputError } from '#libs/messages';
import type { Context, Language } from './context';
import { COMPARE_HELP, DEFINE_HELP, FORK_HELP, LEVERS_HELP, RELIEF_HELP, RUN_HELP } from './help';
import { band } from './commands/band';
import { compare, type CompareOptions } from './commands/compare';
import { define } from './commands/define';
import { demo } from './commands/demo';
import { diff } from './commands/diff';
import { doctor } from './commands/doctor';
import { fork, type ForkOptions } from './commands/fork';
import { events } from './commands/events';
import { init } from './commands/init';
import { levers, type LeversOptions } from './commands/levers';
import { relief, type ReliefOptions } from './commands/relief';
import { replay } from './commands/replay';
import { run, type RunOptions } from './commands/run';
import { scenarios } from './commands/scenarios';
import { schema, SCHEMAS } from './commands/schema';
import { DEFAULT_TOP, screen, type ScreenOptions } from './commands/screen';
import { validate } from './commands/validate';
import { addStack, stackOption } from './program-stack';
import { eventsOnStack, refuseFollow, type StackEventsOptions } from './stack/events-on-stack';
import { forkOnStack, type StackForkOptions } from './stack/fork-on-stack';
import { refuseLogOptions, replayToLog, type ReplayToLogOptions } from './stack/replay-to-log';
import { refuseStackOptions, runOnStack, type StackRunOptions } from './stack/run-on-stack';
import { needed, placedOf } from './stack/stack';
import { versionText } from './version';
import { why, type WhyOptions } from './commands/why';

const SEEDS = 'seeds';
const DEMO_SCENARIO = 'seeds/keqiao/scenario.yaml';

const EXAMPLES = `Examples:
  resumption run seeds/keqiao/scenario.yaml
  resumption run seeds/keqiao/mini.yaml --set shocks.mine="{on: {sector: dyeing}, from: 20, days: 10, leaves: 0.4}"
  resumption fork runs/keqiao-7@12 --set levers.passes=120
  resumption compare runs/keqiao-7 runs/keqiao-7-fork-12
  resumption why runs/keqiao-7 alice@2020-02-23
  resumption replay runs/keqiao-7 --verify`;

interface Surroundings {
  readonly contextOf: (language: Language | undefined) => Context;
  /** Takes the exit code of a command that has one of its own. */
  readonly done: (code: number) => void;
}

/** The `resumption` command. Its parser throws CommanderError instead of ending the process. */
export function program({ contextOf, done }: Surroundings): Command {
  const root = new Command('resumption')
    .description(`How a chain of enterprises comes back to work, day by day.\n\n${EXAMPLES}`)
    .version(versionText(), '--version', 'version of the command and of the model')
    .option('--lang <language>', 'en or zh; otherwise as the terminal speaks')
    .showSuggestionAfterError()
    .exitOverride();
  const context = (): Context => contextOf(languageOf(root.opts<{ lang?: string }>().lang));
  addPlanning(root, context, done);
  addArchives(root, context, done);
  addReading(root, context, done);
  addStack(root, context, done);
  addDictionary(root, context);
  addDoctor(root, context, done);
  root.command('demo', { hidden: true }).action(() => demo(DEMO_SCENARIO, context()));
  return root;
}

const collect = (value: string, all: string[]): string[] => [...all, value];

/** Commands of a planner around archives of runs. */
function addArchives(root: Command, context: () => Context, done: (code: number) => void): void {
  root
    .command('fork')
    .argument('[dir@day]', 'archive, or with --stack a run, and the first day that differs: a number or a date')
    .usage('[options] <dir@day>')
    .description('go on from a day of an archive, or of a run on a stack, with other levers')
    .option('--set <path=value>', 'a lever from that day on; repeatable', collect, [])
    .option('--out <dir>', 'archive folder; <dir>-fork-<day> otherwise')
    .option('--json', 'one JSON object, as of `run`, with what was decided')
    .addOption(stackOption('as a new run on the stack'))
    .option('--detach', 'with --stack: say which run it is, and return')
    .addHelpText('after', FORK_HELP)
    .action(async (place: string | undefined, options: ForkOptions & StackForkOptions) => {
      const given = placedOf(place, options);
      const argument = needed(given.argument, 'DIR@DAY');
      const isOnStack = given.options.stack !== undefined;
      if (!isOnStack) refuseStackOptions(options);
      done(await (isOnStack ? forkOnStack : fork)(argument, given.options, context()));
    });
  root
    .command('relief')
    .argument('<dir@day>', 'archive, and a day: a number or a date')
    .description('which constraint, lifted on that day, would help final demand most')
    .option('--workers <n>', 'worker threads; as many as cores otherwise')
    .option('--json', 'one JSON object')
    .addHelpText('after', RELIEF_HELP)
    .action((place: string, options: ReliefOptions) => relief(place, options, context()));
  root
    .command('compare')
    .argument('<dir...>', 'two to six archives; the others are held against the first')
    .description('runs side by side: what went in, the curves, when each was back, what was lost')
    .option('--fail-if <metric>number>', 'exit code 4 where a run is worse than the first by more', collect, [])
    .option('--json', 'one JSON object')
    .addHelpText('after', COMPARE_HELP)
    .action(async (dirs: string[], options: CompareOptions) => done(await compare(dirs, options, context())));
}

function addPlanning(root: Command, context: () => Context, done: (code: number) => void): void {
  const setting = (command: Command): Command =>
    command.option('--set <path=value>', 'lay a value over the file; repeatable', collect, []);
  const overriding = (command: Command): Command =>
    setting(command).option('--days <n>', 'days to run').option('--seed <n>', 'root of all random draws');
  overriding(root.command('run').argument('[file]').description('simulate a scenario, draw it, keep an archive'))
    .usage('[options] <file>')
    .option('--shards <n>', 'shards of every stage; the digest is the same', '1')
    .option('--out <dir>', 'archive folder; runs/<scenario>-<seed> otherwise')
    .option('--no-archive', 'keep nothing')
    .option('--frames', "keep every day's frames, exact")
    .option('-n, --members <n>', 'a band over n seeds, from the seed on; keeps no archives')
    .option('--workers <n>', 'worker threads of a band; as many as cores otherwise')
    .option('--no-losses', 'do not attribute losses to root causes')
    .option('--json', 'one JSON object, see `schema run`')
    .addOption(stackOption('by the services of a stack'))
    .option('--days-per-second <x>', 'with --stack: no faster than this')
    .option('--paused', 'with --stack: no day opens before `play` or `step`')
    .option('--detach', 'with --stack: say which run it is, and return')
    .addHelpText('after', RUN_HELP)
    .action(async (file: string | undefined, options: RunOptions & StackRunOptions) => {
      const given = placedOf(file, options);
      const argument = needed(given.argument, 'FILE');
      if (given.options.stack !== undefined) return done(await runOnStack(argument, given.options, context()));
      refuseStackOptions(options);
      if (options.members === undefined) await run(argument, options, context());
      else await band(argument, options, context());
    });
  overriding(root.command('validate').argument('<file>').description('say what is wrong with a scenario, and where'))
    .option('--json', 'one JSON object')
    .action((file: string, options: RunOptions) => validate(file, options, context()));
  setting(root.command('screen').argument('<file>').description('rank enterprises by what stops if each one closes'))
    .option('--top <n>', 'how many of them', DEFAULT_TOP)
    .option('--json', 'one JSON object')
    .action((file: string, options: ScreenOptions) => screen(file, options, context()));
  overriding(root.command('levers').argument('<file>').description('what each lever is worth: a run without each'))
    .option('--workers <n>', 'worker threads; as many as cores otherwise')
    .option('--json', 'one JSON object')
    .addHelpText('after', LEVERS_HELP)
    .action((file: string, options: LeversOptions) => levers(file, options, context()));
  root
    .command('schema')
    .addArgument(root.createArgument('<name>').choices(SCHEMAS))
    .description('JSON Schema of scenario files or of `run --json`; AsyncAPI of the log of records')
    .action((name: (typeof SCHEMAS)[number]) => schema(name, context()));
  root
    .command('scenarios')
    .argument('[dir]', 'folder', SEEDS)
    .description('what there is to run')
    .action((dir: string) => scenarios(dir, context()));
  root
    .command('init')
    .argument('<dir>')
    .description('write a commented scenario for your own county')
    .action((dir: string) => init(dir, context()));
}

function addReading(root: Command, context: () => Context, done: (code: number) => void): void {
  root
    .command('replay')
    .argument('[dir]')
    .usage('[options] <dir>')
    .description('run an archive again and compare every day')
    .option('--verify', 'check files and digests (what replay does)')
    .option('--to-kafka', 'publish it again on the log of a stack, as a new run')
    .addOption(stackOption('with --to-kafka: which one'))
    .option('--shards <n>', 'with --to-kafka: shards of every stage; the digest is the same')
    .option('--json', 'one JSON object')
    .action(async (dir: string | undefined, options: ReplayToLogOptions & { toKafka?: boolean }) => {
      const given = placedOf(dir, options);
      const argument = needed(given.argument, 'DIR');
      if (!options.toKafka) refuseLogOptions(given.options);
      done(await (options.toKafka ? replayToLog : replay)(argument, given.options, context()));
    });
  root
    .command('why')
    .argument('<dir>')
    .argument('<enterprise@day>', 'e.g. alice@22, alice@2020-02-23')
    .description('why an enterprise lost output on a day: a tree that ends in root causes')
    .option('--depth <n>', 'how far to follow others', '3')
    .option('--no-counterfactual', 'do not run again without each of the largest causes')
    .option('--json', 'one JSON object')
    .action((dir: string, asked: string, options: WhyOptions) => why(dir, asked, options, context()));
  root
    .command('events')
    .argument('[dir]', 'archive, or with --stack a run: the newest one where none is named')
    .description('milestones as sentences, frames as rows')
    .option('--day <days>', '12, 10..23 or dates')
    .option('--type <type>', 'milestones of one type, e.g. SectorResumed')
    .option('--entity <id>', 'about one enterprise or sector')
    .addOption(
      new Option(
        '--channel <channel>',
        'rows of frames instead of milestones: orders, consignments, deliveries, reports',
      ),
    )
    .option('--limit <n>', 'at most so many rows')
    .option('--json', 'one JSON object a line')
    .addOption(stackOption('of a run on a stack'))
    .option('--follow', 'with --stack: go on until the run ends')
    .action(async (dir: string | undefined, options: StackEventsOptions) => {
      const given = placedOf(dir, options);
      if (given.options.stack !== undefined) return done(await eventsOnStack(given.argument, given.options, context()));
      refuseFollow(options);
      await events(needed(given.argument, 'DIR'), options, context());
    });
  root
    .command('diff')
    .argument('<dir>')
    .argument('<dir>')
    .description('where two runs part')
    .option('--json', 'one JSON object')
    .action(async (a: string, b: string, options: { json?: boolean }) => done(await diff(a, b, options, context())));
}

function addDictionary(root: Command, context: () => Context): void {
  root
    .command('define')
    .argument('[name]', 'a figure of `run --json`; without one, all are listed')
    .description('what a figure is: numerator, denominator, who counts, unit')
    .option('--json', 'one JSON object, in both languages')
    .addHelpText('after', DEFINE_HELP)
    .action((name: string | undefined, options: { json?: boolean }) => define(name, options, context()));
}

function addDoctor(root: Command, context: () => Context, done: (code: number) => void): void {
  root
    .command('doctor')
    .description('whether a stack of services can be started on this machine, and what to install')
    .option('--json', 'one JSON object')
    .action(async (options: { json?: boolean }) => done(await doctor(options, context())));
}

function languageOf(text: string | undefined): Language | undefined {
  if (text === undefined || text === 'en' || text === 'zh') return text;
  throw new InputError({
    code: 'CLI_LANGUAGE',
    path: '--lang',
    reason: `"${text}" is no language.`,
    mend: 'Write en or zh.',
  });
}
