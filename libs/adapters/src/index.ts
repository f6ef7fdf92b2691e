export { loadHash64 } from './hash/xxhash64';
export { archiveError } from './archive/archive-error';
export { WHY_CACHE } from './archive/layout';
export { ArchiveWriter } from './archive/writer';
export { readArchive, type Archive, type ArchivedSnapshots } from './archive/reader';
export { checkArchive, type ArchiveProblem, type Finding } from './archive/check';
export type { TableRow } from './archive/parquet-read';
export type { ArchivedDigests } from './archive/day-lines';
export type { ArchivedFrame } from './archive/frames-file';
export {
  LOG_LEVELS,
  parseServiceConfig,
  SERVICE_ENVIRONMENT,
  type LogLevel,
  type ServiceConfig,
} from './nest/service-config';
export { loadArrowFrames } from './wire/arrow-frames';
