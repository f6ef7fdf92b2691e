// A worker thread of the pool: follows relaxations of the day that it was given.
import { workerData } from 'node:worker_threads';
import type { Lift } from '#libs/analysis';
import { ReliefRunner, type ReliefStart } from './relief-runner';
import { serveJobs } from './serve-jobs';

const runner = ReliefRunner.from(workerData as ReliefStart);

serveJobs({ relief: async (lifts: readonly Lift[]) => (await runner).deliveredYuan(lifts) });
