// `resumption define NAME`: what a figure is; without a name, which there are.
import { DEFINITIONS, type Definition } from '#libs/analysis';
import { InputError } from '#libs/messages';
import { didYouMean } from '#libs/scenario';
import type { Context } from '../context';
import { drawDefinition, drawDefinitionList } from '../terminal';

/** @throws InputError CLI_UNKNOWN_FIGURE */
export function define(name: string | undefined, options: { json?: boolean }, context: Context): void {
  const found = name === undefined ? DEFINITIONS : [definitionOf(name)];
  if (options.json) context.out(`${JSON.stringify(name === undefined ? found : found[0])}\n`);
  else if (name === undefined) context.out(`${drawDefinitionList(found, context)}\n`);
  else context.out(`${drawDefinition(found[0], context)}\n`);
}

function definitionOf(name: string): Definition {
  const wanted = name.toLowerCase();
  const definition = DEFINITIONS.find((one) => one.name.toLowerCase() === wanted);
  if (definition) return definition;
  const names = DEFINITIONS.map((one) => one.name);
  const reason = `no figure ${JSON.stringify(name.slice(0, 60))}.`;
  const mend = `${didYouMean(name, names)} \`resumption define\` lists all.`;
  throw new InputError({ code: 'CLI_UNKNOWN_FIGURE', path: 'define', reason, mend });
}
