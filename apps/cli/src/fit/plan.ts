// What may be fitted: fit.yaml beside a scenario. At most six numbers, each between bounds.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FreeNumber } from '#libs/analysis';
import { InputError } from '#libs/messages';
import { parse } from 'yaml';
import { z } from 'zod';

const MOST_FREE = 6;

const planSchema = z.strictObject({
  scenario: z.string().min(1),
  enough: z.number().min(0),
  free: z
    .array(
      z
        .strictObject({
          path: z.string(),
          from: z.number(),
          to: z.number(),
          step: z.number().positive(),
          start: z.number(),
        })
        .refine(({ from, to, start }) => from <= start && start <= to, 'start lies outside from .. to'),
    )
    .min(1)
    .max(MOST_FREE),
});

/** A free number and the path of its key in the scenario. */
export type FreeKey = FreeNumber & { readonly path: string };

export interface FitPlan {
  /** Path of the scenario file. */
  readonly scenario: string;
  readonly text: string;
  readonly enough: number;
  readonly free: readonly FreeKey[];
}

/** @throws InputError FIT_NO_FILE, FIT_BAD_FILE */
export function readPlan(path: string): FitPlan {
  const text = readText(path);
  const result = planSchema.safeParse(parse(text));
  if (!result.success) {
    const { path: at, message } = result.error.issues[0];
    throw new InputError({
      code: 'FIT_BAD_FILE',
      place: { file: path },
      path: at.join('.'),
      reason: message,
      mend: 'seeds/keqiao/fit.yaml is an example.',
    });
  }
  const { scenario, enough, free } = result.data;
  return { scenario: join(dirname(path), scenario), text, enough, free };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InputError({
      code: 'FIT_NO_FILE',
      place: { file: path },
      reason: 'cannot be read.',
      mend: 'Name a fit.yaml.',
    });
  }
}
