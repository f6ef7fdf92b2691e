// Who gives a command, for the audit of a run.
import { userInfo } from 'node:os';

export function commandedBy(): string {
  try {
    return `${userInfo().username} (command line)`;
  } catch {
    // A user without an entry in the system's list.
    return 'command line';
  }
}
