// The stream of a run by server-sent events, and who holds the day back.
import { z } from 'zod';
import { dayResultSchema } from './days';
import { runSchema } from './runs';

/**
 * Events: `day` (id `run:day`, a DayResult; told again when its losses are known), `run` (a Run, when it is paused, played,
 * decided in or over), `gone` (the run was removed). Comments are heartbeats. A reader that comes back with Last-Event-ID
 * gets every day after it; a new one may say `?after=` the last day that it has.
 */
export const STREAM_EVENTS = { day: dayResultSchema, run: runSchema, gone: z.object({ run: z.string() }) } as const;
export const HEARTBEAT_MS = 15_000;

export const systemSchema = z
  .object({
    modelVersion: z.string(),
    version: z.string(),
    /** Whether the live view (Redis) answers; without it the page reads the store, a little later. */
    live: z.enum(['ok', 'away', 'embedded']),
    store: z.enum(['ok', 'away']),
    services: z.array(
      z.object({
        name: z.string(),
        isReady: z.boolean(),
        /** Newest day of any run; null before the first. */
        day: z.number().int().nullable(),
        runs: z.array(z.string()),
        waitsFor: z.string().nullable(),
      }),
    ),
    runs: z.array(
      z.object({
        run: z.string(),
        openedDay: z.number().int(),
        projectedDay: z.number().int(),
        attempt: z.number().int(),
        gap: z.string().nullable(),
        /** Watermark by source: the last day whose outbox is out, where known. */
        watermarks: z.array(z.object({ source: z.string(), day: z.number().int() })),
      }),
    ),
    clients: z.number().int(),
  })
  .meta({ id: 'System' });
export type System = z.infer<typeof systemSchema>;

export const dayDigestsSchema = z
  .array(z.object({ day: z.number().int(), state: z.string(), flow: z.string() }))
  .meta({ id: 'DayDigests' });
