// What control tells every shard: how far days are open, and every intervention that is effective up to there. Each one
// says all that the earlier ones said, so only the newest counts; it is a function of the run row and can be told again.
import { z } from 'zod';

/** An intervention as it was accepted. */
export const commandSchema = z.strictObject({
  /** From 1, without a hole: a counter in the run's row. */
  seq: z.number().int().min(1),
  path: z.string().min(1).max(200),
  value: z.number(),
  /** First day on which it stands: never a day that was open when it was accepted. */
  effectiveDay: z.number().int().min(0),
});

export const controlSchema = z.strictObject({
  attempt: z.number().int().min(1),
  /** Day after which every shard starts in this attempt: -1 from the eve, otherwise from its snapshot of that day. */
  startDay: z.number().int().min(-1),
  openedDay: z.number().int().min(-1),
  /** Whether the run has ended, whichever way: no further day will open. */
  isOver: z.boolean(),
  /** Effective on or before `openedDay`, by seq. */
  commands: z.array(commandSchema),
});

export type Command = z.infer<typeof commandSchema>;
export type Control = z.infer<typeof controlSchema>;
