// Validates folders one after the other. A folder that cannot be read counts as a failure, never as a skip.
import { InputError } from '#libs/messages';
import { compareFolder, type ComparedFolder } from './compare-folder';
import { headingOf, isOver, isWithin, linesOf, verdictOf } from './report';
import { fault } from './fault';

export interface Printer {
  out(line: string): void;
  err(line: string): void;
}

/** @returns whether every folder is a case within tolerance */
export function validateFolders(folders: readonly string[], print: Printer): boolean {
  const width = Math.max(0, ...folders.map((folder) => folder.length));
  const tally = { cases: folders.length, over: 0, refused: 0, shown: 0 };
  let heading = '';
  for (const folder of folders) {
    const compared = attempt(folder, print);
    if (!compared) {
      tally.refused++;
      continue;
    }
    const { errors, note } = compared;
    const above = headingOf(errors, width);
    if (heading !== above.join()) above.forEach((line) => print.out(line));
    heading = above.join();
    linesOf(folder, errors, note, width).forEach((line) => print.out(line));
    if (errors.some(isOver)) tally.over++;
    if (errors.some((one) => !isOver(one) && !isWithin(one))) tally.shown++;
  }
  print.out(verdictOf(tally));
  return folders.length > 0 && tally.over === 0 && tally.refused === 0;
}

/** The case's errors; nothing, after a line on stderr, when it is refused. */
function attempt(folder: string, print: Printer): ComparedFolder | undefined {
  try {
    return compareFolder(folder);
  } catch (error) {
    print.err(lineOf(folder, error));
    return undefined;
  }
}

/** A refusal names the folder; what the model itself refuses gets the folder's name here. */
function lineOf(folder: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const isNamed = error instanceof InputError && error.fault.place !== undefined;
  return isNamed ? message : fault('VAL_UNREADABLE', folder, message).message;
}
