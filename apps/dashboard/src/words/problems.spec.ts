import type { Problem } from '#libs/api';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refused } from '../api/client';
import { errorLine, toldProblem } from './problems';

const problem = (code: string): Problem => ({
  ...{ type: 'about:blank', title: 'Invalid input', status: 422 },
  ...{ code, detail: 'it is small.', mend: 'Did you mean "alice"?' },
});
const CHINESE = /^[^a-z]*[\u4e00-\u9fff]/;

describe('what the gateway refuses', () => {
  it('is told by its code where it speaks to programs', () => {
    expect(toldProblem(problem('API_UNKNOWN_RUN'), 'en').mend).toBe('Choose one at the top, or play a scenario.');
    expect(toldProblem(problem('SCN_UNKNOWN_KEY'), 'en')).toEqual({
      ...{ detail: 'It is small.', mend: 'Did you mean "alice"?' },
    });
  });

  it('keeps the nearest name that the gateway gives', () => {
    const { detail, mend } = toldProblem(problem('CLI_UNKNOWN_ENTERPRISE'), 'zh');
    expect([detail, mend]).toEqual([expect.stringMatching(CHINESE), 'Did you mean "alice"?']);
  });

  it('is Chinese for every refusal that a page can meet', () => {
    const ofPrograms =
      /JSON|_PATH|_ROUTE|METHOD|HOST|ORIGIN|CUT_OFF|BAD_|_KEY$|KEY_REUSED|SCOPE|NO_PROBLEM|_ROWS|_DAYS/;
    const codes =
      readFileSync(resolve(__dirname, '../../../../docs/ERRORS.md'), 'utf8').match(/^\| API_[A-Z_]+/gm) ?? [];
    const met = codes.map((one) => one.slice(2)).filter((code) => code === 'API_NO_KEY' || !ofPrograms.test(code));
    expect(met.length).toBeGreaterThan(12);
    for (const code of met)
      expect({ code, ...toldProblem(problem(code), 'zh') }).toMatchObject({
        ...{ code, detail: expect.stringMatching(CHINESE) as string, mend: expect.stringMatching(CHINESE) as string },
      });
  });

  it('is one line, and says of anything else that it could not be read', () => {
    expect(errorLine(new Refused(problem('API_BUSY')), 'zh')).toBe('服务正忙。 请过几秒再试。');
    expect(errorLine(new TypeError('Failed to fetch'), 'en')).toBe('This could not be read. Try again.');
  });
});
