// Reads a case folder of either day-by-day simulator; its inputs.json tells which.
import { boarioCase } from './boario-case';
import type { ValidationCase } from './case';
import { fault } from './fault';
import { readInputs } from './files';
import { inoueCase } from './inoue-case';

/** @throws InputError naming the folder, when it is no case, cannot be read or asks for what is not modelled */
export function readCase(folder: string): ValidationCase {
  const inputs = readInputs(folder);
  if ('firms' in inputs) return inoueCase(folder, inputs);
  if ('model' in inputs) return boarioCase(folder, inputs);
  throw fault('VAL_NO_CASE', folder, 'inputs.json has neither `model` (BoARIO) nor `firms` (Inoue-Todo).');
}
