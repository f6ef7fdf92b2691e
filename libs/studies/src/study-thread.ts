// The thread in which questions about runs are computed. It gives way to whatever else the machine does: days come first.
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { serveJobs } from './serve-jobs';
import { studyJobs, type StudyJobs } from './study-jobs';
import type { StudyThreadData } from './study-beside';

giveWay((workerData as StudyThreadData).niceness);

const { take, why, tapes, relief, follow, archive }: StudyJobs = studyJobs();
serveJobs({ take, why, tapes, relief, follow, archive });

/** On Linux a priority is a thread's own, and that of threads it starts; elsewhere it would be the whole process's. */
function giveWay(niceness: number): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, niceness);
  } catch {
    // Not allowed here: it is slower for the others, nothing is wrong.
  }
}
