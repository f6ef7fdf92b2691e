// manifest.json: what a run was made from, what it gave, and a fingerprint of every other file. Its last key is the
// fingerprint of its own text without that key; a reader makes the text again and compares every byte.
import { STAGES } from '#libs/messages';
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const FORMAT = 'resumption run archive';
export const FORMAT_VERSION = 1;

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A path below the folder, never out of it. */
const name = z.string().refine((text) => /^[^/\\]+(\/[^/\\]+)?$/.test(text) && !/(^|\/)\.\.?(\/|$)/.test(text));

const filePart = z.strictObject({ day: count, bytes: count, sha256: hash });
const fileEntry = z.strictObject({
  name,
  bytes: count,
  sha256: hash,
  day: count.optional(),
  stage: z.enum(STAGES).optional(),
  /** The file's bytes day by day, where a day's can be told apart. */
  parts: z.array(filePart).optional(),
});

const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  /** Name of the scenario file as it was given; its text is scenario.yaml. */
  scenario: z.string(),
  tables: z.array(z.strictObject({ name: z.string(), file: name })),
  overrides: z.array(z.strictObject({ path: z.string(), value: z.string() })),
  interventions: z.array(z.strictObject({ path: z.string(), day: z.number(), value: z.number() })),
  /** The parent's digest, and the first day that is no longer its. */
  forkedFrom: z.strictObject({ digest: z.string(), day: count }).optional(),
  seed: z.number(),
  start: z.string(),
  days: count,
  modelVersion: z.string(),
  /** Days that the archive holds: fewer than `days` when the run was ended early. */
  daysWritten: count,
  digest: z.string(),
  /** Milestones beyond a day's limit: days that had any. */
  milestonesCounted: z.array(z.strictObject({ day: count, count })),
  files: z.array(fileEntry),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type FileEntry = z.infer<typeof fileEntry>;
export type FilePart = z.infer<typeof filePart>;

/** A manifest, or why there is none. */
export type ManifestReading =
  { readonly manifest: Manifest } | { readonly problem: 'changed' | 'unreadable' | 'newer'; readonly text: string };

export function manifestText(manifest: Manifest): string {
  const checksum = createHash('sha256').update(textOf(manifest)).digest('hex');
  return textOf({ ...manifest, checksum });
}

/** Reads the bytes of manifest.json; a single bit that is not as written is noticed. */
export function readManifest(bytes: Buffer): ManifestReading {
  const content = parseObject(bytes);
  if (content === undefined) return { problem: 'unreadable', text: 'It is not JSON.' };
  const { checksum, ...rest } = content;
  const expected = createHash('sha256').update(textOf(rest)).digest('hex');
  if (checksum !== expected || !Buffer.from(textOf({ ...rest, checksum })).equals(bytes)) {
    return { problem: 'changed', text: 'Its text does not match its checksum.' };
  }
  if (typeof rest['formatVersion'] === 'number' && rest['formatVersion'] > FORMAT_VERSION) {
    return { problem: 'newer', text: `Its format ${rest['formatVersion']} is newer than ${FORMAT_VERSION}.` };
  }
  const result = manifestSchema.safeParse(rest);
  return result.success ? { manifest: result.data } : { problem: 'unreadable', text: z.prettifyError(result.error) };
}

function textOf(content: object): string {
  return `${JSON.stringify(content, null, 1)}\n`;
}

function parseObject(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof content === 'object' && content !== null ? { ...content } : undefined;
  } catch {
    return undefined;
  }
}
