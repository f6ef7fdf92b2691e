// Reads the files of a case folder: JSON by a schema, CSV tables, and the printed values (gzipped or not).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { fault } from './fault';

/** One row of outputs.csv: step, variable, the columns that name its subject, value. */
export interface OutputRow {
  readonly step: number;
  readonly variable: string;
  readonly key: readonly string[];
  readonly value: number;
}

/** The folder's inputs.json, unchecked. @throws InputError when it is missing or no JSON object */
export function readInputs(folder: string): Record<string, unknown> {
  // Python writes an infinite number as a bare word, which is no JSON.
  const text = textOf(folder, 'inputs.json').replaceAll(/([:,[]\s*)Infinity\b/g, '$1null');
  const value = attempt(folder, 'inputs.json', () => JSON.parse(text) as unknown);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fault('VAL_UNREADABLE', folder, 'inputs.json holds no object.');
  }
  return value as Record<string, unknown>;
}

/** Checks inputs against a schema. @throws InputError naming the first place that does not fit */
export function checked<T>(folder: string, schema: z.ZodType<T>, inputs: unknown): T {
  const result = schema.safeParse(inputs);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const code = issue.code === 'unrecognized_keys' ? 'VAL_UNKNOWN_OPTION' : 'VAL_UNREADABLE';
  throw fault(code, folder, `inputs.json ${issue.path.join('.')}: ${issue.message}.`);
}

/** A file's lines. @throws InputError when there is none */
export function readLines(folder: string, name: string): string[] {
  return textOf(folder, name).split(/\r?\n/);
}

/** All rows of a CSV file, unnamed. */
export function readTable(folder: string, name: string): string[][] {
  const text = textOf(folder, name);
  return attempt(folder, name, () => parse(text, { columns: false, skip_empty_lines: true }));
}

/**
 * The printed values, outputs.csv.gz or outputs.csv.
 * @param keys names of the columns between `variable` and `value`
 */
export function readOutputs(folder: string, keys: readonly string[]): OutputRow[] {
  const name = existsSync(join(folder, 'outputs.csv.gz')) ? 'outputs.csv.gz' : 'outputs.csv';
  const [header = [], ...rows] = readTable(folder, name);
  const expected = ['step', 'variable', ...keys, 'value'];
  if (header.join() !== expected.join()) {
    throw fault('VAL_UNREADABLE', folder, `${name} starts with "${header.join()}", not "${expected.join()}".`);
  }
  return rows.map((row, index) => {
    const at = `${name} line ${index + 2}`;
    const step = numberOf(folder, at, row[0]);
    return { step, variable: row[1], key: row.slice(2, -1), value: numberOf(folder, at, row[row.length - 1]) };
  });
}

/** Reads a number as Python, C++ and JSON print it. @throws InputError when it is none */
export function numberOf(folder: string, at: string, text: string): number {
  const value = /^[+-]?inf$/i.test(text) ? Infinity * (text.startsWith('-') ? -1 : 1) : Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw fault('VAL_UNREADABLE', folder, `${at}: no number: "${text}".`);
  return value;
}

function textOf(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) {
    throw fault(
      'VAL_MISSING_FILE',
      folder,
      `there is no ${name}.`,
      'Give a folder laid out like boario/01, inoue-todo/01 or esri/01.',
    );
  }
  return attempt(folder, name, () => {
    const bytes = readFileSync(path);
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  });
}

function attempt<T>(folder: string, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') throw error;
    throw fault(
      'VAL_UNREADABLE',
      folder,
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
