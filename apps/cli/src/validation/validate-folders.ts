// Validates folders one after the other. A folder that cannot be read counts as a failure, never as a skip.
import { InputError } from '#libs/messages';
import { compare } from './compare';
import { readCase } from './read-case';
import { isWithin, linesOf, verdictOf } from './report';
import { runCase } from './run-case';
import { fault } from './fault';

export interface Printer {
  out(line: string): void;
  err(line: string): void;
}

type Outcome = 'within' | 'over' | 'refused';

/** @returns whether every folder is a case within tolerance */
export function validateFolders(folders: readonly string[], print: Printer): boolean {
  const outcomes = folders.map((folder) => validate(folder, print));
  const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  print.out(verdictOf(folders.length, count('over'), count('refused')));
  return folders.length > 0 && count('within') === folders.length;
}

function validate(folder: string, print: Printer): Outcome {
  try {
    const one = readCase(folder);
    const errors = compare(one, runCase(one));
    linesOf(one, errors).forEach((line) => print.out(line));
    return errors.every(isWithin) ? 'within' : 'over';
  } catch (error) {
    print.err(lineOf(folder, error));
    return 'refused';
  }
}

/** A refusal names the folder; what the model itself refuses gets the folder's name here. */
function lineOf(folder: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const isNamed = error instanceof InputError && error.fault.place !== undefined;
  return isNamed ? message : fault('VAL_UNREADABLE', folder, message).message;
}
