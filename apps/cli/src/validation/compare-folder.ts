// Any case folder, compared: a static screening where there are edges, otherwise a simulator's run.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare, type VariableError } from './compare';
import { compareEsri } from './esri-compare';
import { esriCase, ESRI_EDGES } from './esri-case';
import { fault } from './fault';
import { readCase } from './read-case';
import { runCase } from './run-case';

export interface ComparedFolder {
  readonly errors: readonly VariableError[];
  /** What the report adds; empty when there is nothing. */
  readonly note: string;
}

/** @throws InputError naming the folder, when it is no case, cannot be read or asks for what is not modelled */
export function compareFolder(folder: string): ComparedFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw fault('VAL_NO_CASE', folder, 'there is no such folder.', 'Name a case folder, such as boario/01.');
  }
  if (existsSync(join(folder, ESRI_EDGES))) return { errors: compareEsri(esriCase(folder)), note: '' };
  const one = readCase(folder);
  return { errors: compare(one, runCase(one)), note: one.arithmetic?.note() ?? '' };
}
