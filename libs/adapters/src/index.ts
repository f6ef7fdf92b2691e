export { loadHash64 } from './hash/xxhash64';
export { archiveError } from './archive/archive-error';
export { WHY_CACHE } from './archive/layout';
export { ArchiveWriter } from './archive/writer';
export { readArchive, type Archive, type ArchivedSnapshots } from './archive/reader';
export { checkArchive, type ArchiveProblem, type Finding } from './archive/check';
export { parquetBytes, type TableDay } from './archive/parquet-bytes';
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
export { InProcessLiveFeed } from './embedded/in-process-live-feed';
export { RedisLiveFeed, type RedisLiveFeedOptions } from './redis/redis-live-feed';
export { startLocalKafka, type LocalKafka, type LocalKafkaNode, type LocalKafkaOptions } from './local/local-kafka';
export { kafkaReady } from './local/kafka-ready';
export { startLocalRedis, type LocalRedis } from './local/local-redis';
export { freePorts, isPortFree } from './local/free-ports';
export { lastLines, spawnDetached, type Spawned, type SpawnOptions } from './local/spawned';
export { endLeftOvers, isStillOurs, pidFile, writePidRecord, type PidRecord } from './local/pid-record';
export { projectRoot } from './local/project-root';
export { lackingOf, lookAtPrerequisites, type Prerequisite, type PrerequisiteName } from './local/prerequisites';
export { openKafkaLog } from './kafka/open';
export type { KafkaLog, KafkaLogOptions } from './kafka/kafka-log';
export { InProcessRecordLog, type InProcessRecordLogOptions } from './embedded/in-process-record-log';
export type { LogNotice, OnLogNotice } from './log/notice';
export type { RunSize, Stores } from './stores';
export { memoryStores } from './embedded/memory-stores';
export { openPostgresStores } from './postgres/open';
export { postgresFolder } from './local/postgres-folder';
export { startLocalPostgres, type LocalPostgres, type LocalPostgresOptions } from './local/local-postgres';
export { joinedText, type Exposition } from './metrics/registry';
export { gatewayMetrics, type GatewayMetrics } from './metrics/gateway-metrics';
export { serviceMetrics, type ServiceMetrics } from './metrics/service-metrics';
export { openTracing, type Tracing } from './tracing/tracing';
