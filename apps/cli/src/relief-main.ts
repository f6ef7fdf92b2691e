// A worker thread of the pool: follows relaxations of the day that it was given.
import { workerData } from 'node:worker_threads';
import type { Lift } from '#libs/analysis';
import { deliveredYuan, reliefStart, type ReliefOfDay, type ReliefStart } from './relief-runner';
import { serveJobs } from './serve-jobs';

const about = workerData as ReliefOfDay;
let start: Promise<ReliefStart> | undefined;

serveJobs({
  relief: async (lifts: readonly Lift[]) => deliveredYuan(await (start ??= reliefStart(about)), about.day, lifts),
});
