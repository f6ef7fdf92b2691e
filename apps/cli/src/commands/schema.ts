// `resumption schema scenario|run`: JSON Schemas for editors and for programs that read `--json`.
import { scenarioJsonSchema } from '#libs/scenario';
import type { Context } from '../context';
import { runJsonSchema } from '../run-schema';

export const SCHEMAS = ['scenario', 'run'] as const;

export function schema(name: (typeof SCHEMAS)[number], context: Context): void {
  const content = name === 'scenario' ? scenarioJsonSchema() : runJsonSchema();
  context.out(`${JSON.stringify(content, null, 2)}\n`);
}
