// The words of the command line: which commands there are, their options, and what each calls.
import { Command, Option } from 'commander';
import { InputError } from '#libs/messages';
import type { Context, Language } from './context';
import { demo } from './commands/demo';
import { diff } from './commands/diff';
import { events, type EventsOptions } from './commands/events';
import { init } from './commands/init';
import { replay } from './commands/replay';
import { run, type RunOptions } from './commands/run';
import { scenarios } from './commands/scenarios';
import { schema, SCHEMAS } from './commands/schema';
import { validate } from './commands/validate';

const SEEDS = 'seeds';
const DEMO_SCENARIO = 'seeds/keqiao/scenario.yaml';

const EXAMPLES = `Examples:
  resumption run seeds/keqiao/scenario.yaml
  resumption run seeds/keqiao/mini.yaml --set shocks.mine="{on: {sector: dyeing}, from: 20, days: 10, leaves: 0.4}"
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
    .option('--lang <language>', 'en or zh; otherwise as the terminal speaks')
    .showSuggestionAfterError()
    .exitOverride();
  const context = (): Context => contextOf(languageOf(root.opts<{ lang?: string }>().lang));
  addPlanning(root, context);
  addReading(root, context, done);
  root.command('demo', { hidden: true }).action(() => demo(DEMO_SCENARIO, context()));
  return root;
}

function addPlanning(root: Command, context: () => Context): void {
  const collect = (value: string, all: string[]): string[] => [...all, value];
  const overriding = (command: Command): Command =>
    command
      .option('--set <path=value>', 'lay a value over the file; repeatable', collect, [])
      .option('--days <n>', 'days to run')
      .option('--seed <n>', 'root of all random draws');
  overriding(root.command('run').argument('<file>').description('simulate a scenario, draw it, keep an archive'))
    .option('--shards <n>', 'shards of every stage; the digest is the same', '1')
    .option('--out <dir>', 'archive folder; runs/<scenario>-<seed> otherwise')
    .option('--no-archive', 'keep nothing')
    .option('--frames', "keep every day's frames, exact")
    .option('--json', 'one JSON object, see `schema run`')
    .action(async (file: string, options: RunOptions) => void (await run(file, options, context())));
  overriding(root.command('validate').argument('<file>').description('say what is wrong with a scenario, and where'))
    .option('--json', 'one JSON object')
    .action((file: string, options: RunOptions) => validate(file, options, context()));
  root
    .command('schema')
    .addArgument(root.createArgument('<name>').choices(SCHEMAS))
    .description('JSON Schema of scenario files or of `run --json`')
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
    .argument('<dir>')
    .description('run an archive again and compare every day')
    .option('--verify', 'check files and digests (what replay does)')
    .option('--json', 'one JSON object')
    .action(async (dir: string, options: { json?: boolean }) => done(await replay(dir, options, context())));
  root
    .command('events')
    .argument('<dir>')
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
    .action((dir: string, options: EventsOptions) => events(dir, options, context()));
  root
    .command('diff')
    .argument('<dir>')
    .argument('<dir>')
    .description('where two runs part')
    .option('--json', 'one JSON object')
    .action(async (a: string, b: string, options: { json?: boolean }) => done(await diff(a, b, options, context())));
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
