import type { LossCause } from '#libs/messages';
import { bottleneckMilestones } from './bottleneck';

const day = (
  at: number,
  sector: string | null,
  cause: LossCause,
): Parameters<typeof bottleneckMilestones>[0][number] => ({
  ...{ day: at, sector, cause, share: 0.5 },
});

describe('the path of the bottleneck', () => {
  it('opens, moves and clears, each told with what it followed', () => {
    const days = [3, 4, 5]
      .map((at) => day(at, 'weaving', 'gate'))
      .concat([6, 7].map((at) => day(at, null, 'transport')));
    expect(bottleneckMilestones(days, 20)).toMatchObject([
      { type: 'BottleneckOpened', day: 3, sector: 'weaving', cause: 'gate', causes: [] },
      {
        type: 'BottleneckMoved',
        day: 6,
        sector: null,
        cause: 'transport',
        fromSector: 'weaving',
        causes: ['3.bottleneck'],
      },
      { type: 'BottleneckCleared', day: 8, cause: 'transport', afterDays: 5, causes: ['6.bottleneck'] },
    ]);
  });

  it('does not tell of a pair that leads for a single day', () => {
    const days = [0, 1, 2, 3, 4].map((at) => day(at, at === 2 ? 'dyeing' : 'weaving', 'labour'));
    expect(bottleneckMilestones(days, 5).map(({ type }) => type)).toEqual(['BottleneckOpened']);
  });

  it('opens anew after days on which nothing was lost', () => {
    const days = [1, 2, 6, 7].map((at) => day(at, 'dyeing', 'labour'));
    expect(bottleneckMilestones(days, 8).map(({ type, day: on }) => [type, on])).toEqual([
      ['BottleneckOpened', 1],
      ['BottleneckCleared', 3],
      ['BottleneckOpened', 6],
    ]);
  });

  it('stays open at the end of a run that it lasts to', () => {
    expect(bottleneckMilestones([day(0, 'dyeing', 'labour'), day(1, 'dyeing', 'labour')], 2)).toHaveLength(1);
  });
});
