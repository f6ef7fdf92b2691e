// Small pieces of the scenario's schema, with the words an editor shows.
import { z } from 'zod';

/** A name in a file: letters, digits, - and _; it becomes part of paths, so no dots and no blanks. */
const idPattern = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
// Words such as `constructor` are found in every map of JavaScript, so they cannot be told from a key that is missing.
export const isFreeWord = (word: string): boolean => !(word in {});
export const id = z
  .string()
  .regex(idPattern)
  .refine(isFreeWord, 'the word is reserved')
  .meta({ description: 'letters, digits, - and _, starting with a letter' });

/** A day of the run: a date or a day number. */
export const dayPattern = /^(\d{4}-\d{2}-\d{2}|\d{1,4})$/;
export const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const dayKey = z
  .string()
  .regex(dayPattern)
  .meta({ description: 'a date, 2020-02-18, or a day number, 17 (day 0 is `start`)' });
export const daySchema = z.union([dayKey, z.number().int().min(0).max(3650)]);

export const amount = z.number().min(0).max(1e15);
/** Above 0; nothing in a chain is so small that rounding would eat it. */
export const positive = z.number().min(1e-6).max(1e15);
export const share = z.number().min(0).max(1);
export const days = z.number().min(0).max(400);
/** 0 only describes: enterprises with a name of their own and CSV rows take a population's words. */
export const count = z.number().int().min(0).max(2_000_000);

/** One text in the languages of the product. */
export const words = z.strictObject({ en: z.string().min(1).max(200), zh: z.string().min(1).max(200).optional() });
export const source = z.string().max(400).meta({ description: 'where it comes from: a row of facts.csv' });

/** A map from ids to values. */
export function byId<T extends z.ZodType>(value: T): z.ZodRecord<typeof id, T> {
  return z.record(id, value);
}

/** Values from a day on: the last one holds; `linear` goes straight from one to the next. */
export const values = z.record(dayKey, amount).refine((map) => Object.keys(map).length > 0, 'there is no dated value');
