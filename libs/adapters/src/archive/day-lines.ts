// digests.jsonl and milestones.jsonl: one JSON object a line. A milestone stands in a CloudEvents 1.0 envelope. Its
// simulated day is the extension attribute `simday` and its date stands in the data: `time` would mean real time.
import { addDigests, formatDigest, type DayDigest } from '#libs/kernel';
import { milestoneSchema, STAGES, type Milestone, type StageName } from '#libs/messages';
import type { DayRecord } from '#libs/runtime';
import { z } from 'zod';

/** 16 hexadecimal digits each. */
interface DigestWords {
  readonly state: string;
  readonly flow: string;
}

/** A day's digests: of all stages together, and of each. */
export interface ArchivedDigests extends DigestWords {
  readonly day: number;
  readonly stages: Readonly<Partial<Record<StageName, DigestWords>>>;
}

export function digestLine({ day, digests }: DayRecord): string {
  const all = addDigests(digests.map(({ digest }) => digest));
  const stages = Object.fromEntries(digests.map(({ stage, digest }) => [stage, wordsOf(digest)]));
  return `${JSON.stringify({ day, ...wordsOf(all), stages })}\n`;
}

const word = z.string().regex(/^[0-9a-f]{16}$/);
const words = { state: word, flow: word };
const digestLineSchema = z.strictObject({
  day: z.number().int(),
  ...words,
  stages: z.partialRecord(z.enum(STAGES), z.strictObject(words)),
});

/** @throws Error when the line is none of `digestLine` */
export function parseDigestLine(line: string): ArchivedDigests {
  return digestLineSchema.parse(JSON.parse(line));
}

/** @param source of the run, e.g. `resumption/keqiao` */
export function milestoneLine(milestone: Milestone, date: string, source: string): string {
  const { id, type, day, causes } = milestone;
  const envelope = { specversion: '1.0', id, source, type: `resumption.${type}`, simday: day };
  const extension = causes.length > 0 ? { causes: causes.join(' ') } : {};
  return `${JSON.stringify({ ...envelope, ...extension, datacontenttype: 'application/json', data: { ...milestone, date } })}\n`;
}

const envelopeSchema = z.object({ specversion: z.literal('1.0'), data: z.looseObject({ date: z.string() }) });

/** @throws Error when the line is none of `milestoneLine` */
export function parseMilestoneLine(line: string): Milestone {
  const { date: _, ...milestone } = envelopeSchema.parse(JSON.parse(line)).data;
  return milestoneSchema.parse(milestone);
}

/** `resumption/<id of the scenario>`, the id being the file's top-level key. */
export function sourceOf(scenarioText: string): string {
  const id = /^id:[ \t]*["']?([\w.-]+)/m.exec(scenarioText)?.[1];
  return `resumption/${id ?? 'run'}`;
}

function wordsOf({ state, flow }: DayDigest): DigestWords {
  return { state: formatDigest(state), flow: formatDigest(flow) };
}
