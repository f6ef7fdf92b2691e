// The words of the command line for runs on a stack: which commands there are, their options, and what each calls.
import { Option, type Command } from 'commander';
import type { Context } from './context';
import { ARCHIVE_HELP, INTERVENE_HELP, RUNS_HELP, STEER_HELP } from './help';
import { archiveRun, type ArchiveOptions } from './stack/archive-run';
import { intervene, type InterveneOptions } from './stack/intervene';
import { listRuns } from './stack/list-runs';
import { removeRuns, type RemoveOptions } from './stack/remove-runs';
import { needed, placedOf, type StackOption } from './stack/stack';
import { serve, type ServeOptions } from './stack/serve';
import { pause, play, step, type SteerOptions } from './stack/steer';

/** @param what the option says of the command. Without a folder, the usual places are looked at. */
export function stackOption(what = 'the folder of its state, where it is not the usual one'): Option {
  return new Option('--stack [folder]', what);
}

const collect = (value: string, all: string[]): string[] => [...all, value];

export function addStack(root: Command, context: () => Context, done: (code: number) => void): void {
  root
    .command('intervene')
    .argument('[run]', 'a run that goes on')
    .usage('[options] <run>')
    .description('decide something in a run that goes on')
    .option('--set <path=value>', 'a lever from that day on; repeatable', collect, [])
    .option('--day <day>', 'a number or a date; the first day that is not open yet otherwise')
    .addOption(stackOption())
    .option('--json', 'one JSON object')
    .addHelpText('after', INTERVENE_HELP)
    .action((run: string | undefined, options: InterveneOptions) => onRun(run, options, context, intervene));
  addSteering(root, context);
  root
    .command('archive')
    .argument('[run]', 'a run that has ended')
    .usage('[options] <run>')
    .description('bring a run home from a stack as an archive')
    .option('--out <dir>', 'archive folder; runs/<run> otherwise')
    .addOption(stackOption())
    .option('--json', 'one JSON object')
    .addHelpText('after', ARCHIVE_HELP)
    .action(async (run: string | undefined, options: ArchiveOptions) =>
      done(await onRun(run, options, context, archiveRun)),
    );
  root
    .command('serve')
    .description('all services in one process on embedded parts, nothing to install')
    .option('--port <n>', 'of its HTTP; 0: any free one', '3000')
    .option('--folder <dir>', 'where its data lie; .resumption/serve otherwise')
    .option('--reset', 'forget what an earlier one has kept')
    .option('--no-page', 'without the page')
    .action(async (options: ServeOptions) => done(await serve(options, context())));
  addRuns(root, context);
}

function addSteering(root: Command, context: () => Context): void {
  const steering = (name: string): Command =>
    root
      .command(name)
      .argument('[run]', 'a run that goes on')
      .usage('[options] <run>')
      .addOption(stackOption())
      .option('--json', 'one JSON object')
      .addHelpText('after', STEER_HELP);
  steering('pause')
    .description('open no further day')
    .action((run: string | undefined, options: SteerOptions) => onRun(run, options, context, pause));
  steering('play')
    .description('open days again')
    .option('--speed <n>', 'days a second at most; max: as fast as it goes')
    .action((run: string | undefined, options: SteerOptions & { speed?: string }) =>
      onRun(run, options, context, play),
    );
  steering('step')
    .description('open so many days more, then none')
    .option('--days <n>', 'how many', '1')
    .action((run: string | undefined, options: SteerOptions & { days?: string }) => onRun(run, options, context, step));
}

function addRuns(root: Command, context: () => Context): void {
  const runs = root
    .command('runs')
    .description('the runs of a stack, newest first')
    .addOption(stackOption())
    .option('--json', 'one JSON list')
    .addHelpText('after', RUNS_HELP)
    .action((options: StackOption & { json?: boolean }) => listRuns(options, context()));
  runs
    .command('rm')
    .argument('[run...]')
    .description('forget runs and everything that is kept of them')
    .option('--keep-bytes <size>', 'instead of names: the oldest that are over, until no more than this is kept')
    .option('--force', 'also a run that goes on: it ends with that')
    .action((names: string[], _options: unknown, command: Command) =>
      removeRuns(names, command.optsWithGlobals<RemoveOptions>(), context()),
    );
}

/** Runs a command about one run, wherever the run was named. */
function onRun<O extends StackOption, T>(
  run: string | undefined,
  options: O,
  context: () => Context,
  command: (run: string, options: O, context: Context) => Promise<T>,
): Promise<T> {
  const given = placedOf(run, options);
  return command(needed(given.argument, 'RUN'), given.options, context());
}
