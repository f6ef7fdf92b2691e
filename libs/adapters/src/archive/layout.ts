// Where things stand in an archive's folder.
import type { StageName } from '#libs/messages';

/** Written first. A folder is ours to replace only when it has this file. */
export const MARKER = 'resumption-archive.txt';
export const MARKER_TEXT =
  'A run archive of Resumption. manifest.json is written last: a folder without it holds a run that did not finish.\n';

export const MANIFEST = 'manifest.json';
export const MANIFEST_DRAFT = 'manifest.json.part';
export const SCENARIO = 'scenario.yaml';
const TABLES = 'tables';
export const DIGESTS = 'digests.jsonl';
export const MILESTONES = 'milestones.jsonl';
export const RATES = 'rates.parquet';
export const LOSSES = 'losses.parquet';
export const ENTERPRISE_DAYS = 'enterprise-days.parquet';
const SNAPSHOTS = 'snapshots';
const FRAMES = 'frames';

/** What `why` has computed from the archive: no part of it. */
export const WHY_CACHE = 'why-cache';

/** Everything that a replaced archive may leave behind, the manifest first. */
export const OWN_NAMES = [
  ...[
    MANIFEST,
    MANIFEST_DRAFT,
    SCENARIO,
    TABLES,
    DIGESTS,
    MILESTONES,
    RATES,
    LOSSES,
    ENTERPRISE_DAYS,
    SNAPSHOTS,
    FRAMES,
    WHY_CACHE,
  ],
];

export function snapshotName(day: number, stage: StageName): string {
  return `${SNAPSHOTS}/day-${digits(day)}-${stage}.bin`;
}

export function framesName(day: number): string {
  return `${FRAMES}/day-${digits(day)}.arrow`;
}

/** A table's own file name, without its folders and without what file systems refuse; `position` keeps two apart. */
export function tableName(name: string, position: number): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return `${TABLES}/${position + 1}-${base.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(-100)}`;
}

function digits(day: number): string {
  return String(day).padStart(4, '0');
}
