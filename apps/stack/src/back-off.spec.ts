import { pauseMs } from './back-off';

describe('a process that died', () => {
  it('starts again after 200 ms, and waits twice as long each time it dies young, 10 s at most', () => {
    const pauses: number[] = [];
    for (let life = 0; life < 9; life++) pauses.push(pauseMs(pauses.at(-1), 50));
    expect(pauses).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000]);
  });

  it('starts again after 200 ms when it has lived for more than 10 s', () => {
    expect(pauseMs(6400, 10_001)).toBe(200);
  });
});
