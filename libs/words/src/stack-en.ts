// The English words of the commands around runs on a stack.
import type { StackWords } from './stack';

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const stackEn: StackWords = {
  serves: (port, folder) =>
    `All services are up, http://127.0.0.1:${port}/readyz; data in ${folder}.\nRun on them: resumption run FILE --stack. Ctrl-C stops them.`,
  servesPage: (port, folder) =>
    [
      '',
      `  Resumption is at  http://127.0.0.1:${port}`,
      `  its data lie in   ${folder}`,
      '  Ctrl-C stops it; what it has computed is there again at the next start.',
      '',
    ].join('\n'),
  runCreated: (run) => `Run ${run}`,
  runLeft: (run) => `${run} goes on without this window.`,
  howToFollow: (run) => `Follow it: resumption events ${run} --stack --follow`,
  howToPause: (run) => `Pause it:  resumption pause ${run}`,
  howToRemove: (run) => `End it:    resumption runs rm ${run} --force`,

  nothingMoved: (seconds, done, opened) =>
    `Nothing has moved for ${seconds} s: done up to day ${done}, opened up to day ${opened}.`,
  waitingFor: 'Waited for',
  beforeFirstDay: 'none',
  runPaused: (run) => `${run} is paused; it goes on with: resumption play ${run}`,
  isNotRunning: (service) => `${service} (is not running)`,
  isAtDay: (service, day) => `${service} (at day ${day})`,
  controlOpensNone: 'control, which opens no further day',
  stagesOrRecovery: 'a stage or recovery',
  recoverySumsUp: 'recovery, which sums up the run',
  isMissing: (gap) => `what is missing on the log: ${gap}`,

  standsFrom: (setting, date, day) => `${setting} stands from ${date} (day ${day}) on.`,
  laterThanAsked: (asked, day) => `Later than asked (${asked}): day ${day} was open already.`,
  nowPaused: (run, opened) =>
    opened < 0
      ? `${run} is paused before its first day.`
      : `${run} is paused: days up to ${opened} are open and are finished.`,
  nowPlays: (run, speed) => `${run} plays, ${speed}.`,
  asFastAsItGoes: 'as fast as it goes',
  daysASecond: (count) => `at ${count} days a second at most`,
  nowSteps: (run, day) => `${run} goes to the end of day ${day} and stays there.`,

  noRuns: 'There is no run.',
  run: 'run',
  scenario: 'scenario',
  day: 'days',
  status: 'status',
  size: 'size',
  age: 'age',
  statuses: { playing: 'playing', paused: 'paused', ended: 'ended', failed: 'failed' },
  ageOf: (count, unit) => `${count} ${unit}`,
  runsRemoved: (count, size) => `${plural(count, 'run')} removed, ${size}.`,
  stillKept: (size) => `${size} are still kept: runs that go on are never removed.`,

  archived: (run, folder, digest) => `${run}: every day is as the stack has it. Saved ${folder}  digest ${digest}`,
  publishedAgain: (folder, run, days) => `${folder} is on the log again as ${run}: ${plural(days, 'day')}.`,
  sameDigests: (digest) => `Every day has the digest that the archive has; the run's is ${digest}.`,
};
