import { widthOf } from './columns';
import { drawBeyond, drawProgress } from './progress';

const day22 = { day: 22, days: 60, date: '23 Feb', capacityRecovery: 0.7134 };

describe('the progress line', () => {
  it('counts the days done and tells the date and the capacity recovered', () => {
    expect(drawProgress(day22, { language: 'en', width: 80, color: false })).toBe(
      '23 of 60 days  ━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌   23 Feb  capacity recovered  71\u2009%',
    );
  });

  it('stays narrower than the terminal, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const width of [10, 40, 60, 80, 200]) {
        const date = language === 'zh' ? '2月23日' : '23 Feb';
        expect(widthOf(drawProgress({ ...day22, date }, { language, width, color: true }))).toBeLessThan(width);
      }
    }
  });

  it('keeps its width from the first day to the last', () => {
    const widths = [0, 8, 9, 59].map((day) =>
      widthOf(drawProgress({ ...day22, day }, { language: 'en', width: 80, color: false })),
    );
    expect(new Set(widths).size).toBe(1);
  });

  it('tells of the days beyond the run, narrower than the terminal', () => {
    const beyond = { daysAfter: 140, capacityRecovery: 0.874 };
    expect(drawBeyond(beyond, { language: 'en', width: 80 })).toContain('87\u2009% 140 days after the run');
    expect(widthOf(drawBeyond(beyond, { language: 'zh', width: 20 }))).toBeLessThan(20);
  });
});
