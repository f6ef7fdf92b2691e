// A command that runs to its end: its output, or that there is none.

export interface CommandResult {
  /** 127 when there is no such command. */
  readonly exitCode: number;
  /** What it printed, both streams. */
  readonly output: string;
}

const NO_SUCH_COMMAND = 127;
const MAX_OUTPUT_BYTES = 1_000_000;

/** Runs a command without a shell; after `timeoutMs` it is killed, which is exit code 1. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { folder, timeoutMs }: { readonly folder?: string; readonly timeoutMs: number },
): Promise<CommandResult> {
  const { execa } = await import('execa');
  const result = await execa(command, args, {
    ...(folder === undefined ? {} : { cwd: folder }),
    ...{ stdin: 'ignore', all: true, reject: false, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES },
  });
  if (result.code === 'ENOENT') return { exitCode: NO_SUCH_COMMAND, output: '' };
  return { exitCode: result.exitCode ?? 1, output: result.all };
}

/** Whether the command was not there. */
export const isAbsent = ({ exitCode }: CommandResult): boolean => exitCode === NO_SUCH_COMMAND;
