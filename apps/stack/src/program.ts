// The words of `npm run stack`.
import { Command, InvalidArgumentError } from 'commander';
import { down, type DownOptions } from './commands/down';
import { status, type StatusOptions } from './commands/status';
import { up, type UpOptions } from './commands/up';
import type { Surroundings } from './surroundings';

const FOLDER = ['--folder <dir>', 'where its data, logs and state lie; .resumption/stack otherwise'] as const;

interface Parts extends Surroundings {
  /** Takes the exit code. */
  readonly done: (code: number) => void;
}

/** The `stack` command. Its parser throws CommanderError instead of ending the process. */
export function program({ done, ...surroundings }: Parts): Command {
  const root = new Command('stack')
    .description('Kafka, PostgreSQL, Redis and every service on this machine, without Docker.')
    .showSuggestionAfterError()
    .exitOverride();
  root
    .command('up')
    .description('start all, wait until all is ready, leave a supervisor that restarts what dies')
    .option('--brokers <n>', 'brokers of Kafka: 1 or 3', brokers, 1)
    .option('--replicas <list>', 'processes of a service, e.g. plants=2,markets=2; one each otherwise')
    .option('--foreground', 'stay, stop everything on Ctrl-C')
    .option('--reset', 'forget all data first')
    .option('--json', 'the state as one JSON object')
    .option(...FOLDER)
    .addOption(root.createOption('--apps <dir>', 'folder of the built apps').hideHelp())
    .action(async (options: UpOptions) => done(await up(options, surroundings)));
  root
    .command('status')
    .description('who runs where; exit code 3 when nothing runs')
    .option('--json', 'one JSON array of {name, pid, port, restarts, day}')
    .option(...FOLDER)
    .action((options: StatusOptions) => done(status(options, surroundings)));
  root
    .command('down')
    .description('stop services, then servers; the data stay')
    .option('--reset', 'forget all data afterwards')
    .option(...FOLDER)
    .action(async (options: DownOptions) => done(await down(options, surroundings)));
  return root;
}

function brokers(text: string): 1 | 3 {
  if (text === '1') return 1;
  if (text === '3') return 3;
  throw new InvalidArgumentError('Write 1 or 3.');
}
