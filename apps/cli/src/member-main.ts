// A worker thread of the pool: simulates members of the scenario that it was given.
import { workerData } from 'node:worker_threads';
import { type ScenarioTexts } from '#libs/scenario';
import { MemberRunner, type MemberInput } from './member';
import { serveJobs } from '#libs/studies';

const runner = new MemberRunner(workerData as ScenarioTexts);

serveJobs({ member: (input: MemberInput) => runner.run(input) });
