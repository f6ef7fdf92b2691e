import type { DayResult } from '#libs/api';
import { dayAxis } from '../../../charts/day-axis';
import { bottleneckPath, connectorsOf } from './bottleneck-path';

const stuckAt = (sectors: readonly (string | undefined)[]): DayResult[] =>
  sectors.map((sector, day) => ({
    ...{ day, date: '2020-02-01', sectors: [], losses: [], milestones: 0 },
    chain: {
      ...{ resumption: 0, returnToPost: 0, capacityRecovery: 0, throughput: 0 },
      ...{ lostYuan: 0, lostValueAddedYuan: 0, missedFinalYuan: 0 },
    },
    bottleneck: sector === undefined ? null : { cause: 'labour', sector, yuan: 1, share: 1, sinceDay: 0 },
  }));
const rows = { axis: dayAxis({ days: 4, left: 0, right: 40 }), footOf: (id: string | null) => (id === 'a' ? 10 : 20) };

describe('the way of the bottleneck', () => {
  it('runs along a row and up or down where it moves on, dotted after the playhead', () => {
    const days = stuckAt(['a', 'a', 'b', 'b']);
    expect(bottleneckPath(days, 2, rows)).toEqual({ until: 'M0.0 10H10.0H20.0V20H25.0', after: 'M25.0 20H30.0H40.0' });
    expect(connectorsOf(days, rows)).toEqual([{ x: 20, top: 10, bottom: 20 }]);
  });
  it('is broken on days that have none', () => {
    expect(bottleneckPath(stuckAt(['a', undefined, 'a']), 2, rows).until).toBe('M0.0 10H10.0M20.0 10H25.0');
  });
});
