// Reads a case folder of either simulator; its inputs.json tells which.
import { existsSync, statSync } from 'node:fs';
import { boarioCase } from './boario-case';
import type { ValidationCase } from './case';
import { fault } from './fault';
import { readInputs } from './files';
import { inoueCase } from './inoue-case';

/** @throws InputError naming the folder, when it is no case, cannot be read or asks for what is not modelled */
export function readCase(folder: string): ValidationCase {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw fault('VAL_NO_CASE', folder, 'there is no such folder.', 'Name a case folder, such as boario/01.');
  }
  const inputs = readInputs(folder);
  if ('firms' in inputs) return inoueCase(folder, inputs);
  if ('model' in inputs) return boarioCase(folder, inputs);
  throw fault('VAL_NO_CASE', folder, 'inputs.json has neither `model` (BoARIO) nor `firms` (Inoue-Todo).');
}
