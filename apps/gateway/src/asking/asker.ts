// Who asks, and what of the runs is theirs.
import type { Role } from '#libs/api';

export interface Asker {
  readonly name: string;
  readonly role: Role;
  /** By the page on this machine, which was given its key. */
  readonly isLocal: boolean;
}

/** A run without an owner was made at the command line, and is everybody's. */
export function maySee({ name, role }: Asker, owner: string | undefined): boolean {
  return owner === undefined || owner === name || role === 'operator';
}
