import type { RunRow } from '#libs/runtime';
import { wordsOf } from '#libs/words';
import type { StackState } from './state';
import { waitedFor } from './waited-for';

const ROW: RunRow = {
  ...{ id: 'r', status: 'running', failure: null, attempt: 1, startDay: -1, openedDay: 12, projectedDay: 8 },
  ...{ mode: 'playing', stepTo: -1, daysPerSecond: null, gap: null, digest: null },
};
const SERVICES: StackState['services'] = [
  { name: 'plants', pid: 1, day: 11 },
  { name: 'markets', pid: 2, day: 10 },
  { name: 'control', pid: 3, day: 2 },
  { name: 'support', pid: 4, day: null },
];
const waited = (row: Partial<RunRow>, services = SERVICES): string[] =>
  waitedFor({ ...ROW, ...row }, { days: 60 }, services, wordsOf('en'));

describe('a run that does not move waits for', () => {
  it('services that are not running', () => {
    expect(waited({}, [...SERVICES, { name: 'recovery', pid: null }])).toEqual(['recovery (is not running)']);
  });

  it('what is missing on the log', () => {
    expect(waited({ gap: 'orders/plants/0' })).toEqual(['what is missing on the log: orders/plants/0']);
  });

  it('the service that is furthest behind', () => {
    expect(waited({})).toEqual(['markets (at day 10)']);
  });

  it('control where every day that is open is done', () => {
    expect(waited({ openedDay: 8 })).toEqual(['control, which opens no further day']);
  });

  it('recovery after the last day', () => {
    expect(waited({ openedDay: 59, projectedDay: 59 })).toEqual(['recovery, which sums up the run']);
  });

  it('nobody in particular where no service tells its day', () => {
    expect(waited({}, [])).toEqual(['a stage or recovery']);
  });
});
