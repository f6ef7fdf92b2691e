// What is asked of runs: many at once in threads, why, relief, comparison, and how they come home.
export { MOST_WORKERS, runJobs, type PoolOptions } from './pool';
export { serveJobs } from './serve-jobs';
export { compilePast, pastOfArchive, pastOfRun, type PastRun } from './past-run';
export { archivedTexts, compileArchived, firstDifferingDay, recomputeDays, refuseOtherModel } from './archived';
export { MOST_WHY_DEPTH, whyDay, whyOf, type WhyAnswer, type WhyAsked, type WhyFound } from './why/why-of';
export type { Counterfactual } from './why/counterfactual';
export { reliefOf } from './relief/relief-of';
export type { ReliefAsked } from './relief/relief-start';
export type { ReliefTable } from './relief/relief-table';
export { compareRuns, type Comparison, type KeptRun } from './comparison/compared';
export type { InputDifference } from './comparison/input-differences';
export { compareArchives, type InFolder } from './comparison/compare-archives';
export { recordRun, type RecordOptions, type Run } from './home-coming/record-run';
export { assertSame, DigestDiffers, firstDifference, type KeptDigest } from './home-coming/past';
export { callOff, isCalledOff, takeUpAgain, workToCallOff, type CallOff } from './called-off';
export { StudyBeside, type StudyOptions } from './study-beside';
export type { HomeComing, ReliefStudy, StudyJobs, TapesStudy, WhyStudy } from './study-jobs';
