export { PLAIN_RULES, directKind, draftOf, groupShape, roadKind, sectorsOf } from './draft-of';
export type { ChainSketch, EnterpriseSketch, LinkSketch } from './draft-of';
export type { StaffSketch, SupportSketch } from './draft-support';
export { diaryOf, type Diary, type DiaryOptions } from './diary';
export { foldScenario } from './fold-scenario';
export { layered, type LayeredOptions } from './layered';
export { textile, type TextileOptions } from './textile';
export { pullLevers, resuming, type ResumingOptions } from './resuming';
export { anyTextile, everythingActs, openMarket, shock } from './any-textile';
export { accountChain, attributed, lostYuan, misattributed, unwhole } from './account-chain';
export {
  changedLevers,
  columnOf,
  openChain,
  outputRatios,
  runChain,
  type ChainDayEnd,
  type ChainRun,
} from './run-chain';
// What specs of lower libraries need of higher ones.
export { assembleChain } from '#libs/scenario';
export { loadHash64 } from '#libs/adapters';
export { liveDay, liveFeedFeatures } from './features/live-feed.features';
export { until } from './until';
export { recordHandlerFeatures } from './features/record-handler.features';
export { recordLogFeatures } from './features/record-log.features';
export {
  ORDERS,
  ORDERS_OF_THE_NEXT_SHARD,
  REPORTS,
  counting,
  logRecord,
  readInto,
  recordsOf,
  seqsOf,
} from './log-records';
export { metricStoreFeatures } from './features/metric-store.features';
export { runStoreFeatures } from './features/run-store.features';
export { stateStoreFeatures } from './features/state-store.features';
export { aDay, aRun, aSnapshot, enterpriseRows, runManifest, type StoresUnderTest } from './features/stores.fixture';
export { servicesInProcess, type ServicesInProcess } from './services-in-process';
export {
  kafkaForTests,
  postgresForTests,
  redisForTests,
  TEST_SERVICES,
  type ServerForTests,
} from './services/for-tests';
export { serversForTests, type ServersForTests } from './services/for-all-tests';
export { MUTANTS, type Mutant } from './schedules/mutants';
export { ScheduleWorkers } from './schedules/schedule-workers';
