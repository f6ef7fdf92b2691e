// `resumption validate FILE`: everything that `run` would refuse, and what it would warn of, without running.
import type { Context } from '../context';
import type { OverrideOptions } from '../overrides';
import { count, wordsOf } from '#libs/words';
import { prepareRun } from './run';

export function validate(path: string, options: OverrideOptions & { json?: boolean }, context: Context): void {
  const { compiled } = prepareRun(path, options);
  const { chain, warnings, spec } = compiled;
  const sizes = { enterprises: chain.enterprises.count, links: chain.links.count, days: spec.days };
  if (options.json) {
    context.out(`${JSON.stringify({ valid: true, ...sizes, warnings })}\n`);
    return;
  }
  context.out(`${wordsOf(context.language).valid(path, count(sizes.enterprises), count(sizes.links), sizes.days)}\n`);
  for (const { code, text } of warnings) context.out(`${code} ${text}\n`);
}
