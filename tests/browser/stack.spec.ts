// The page over a stack of real processes: what is seen of Redis and of the gateway when they are killed while a run goes on.
import type { DayResult, Run } from '#libs/api';
import type { Browser, Page } from 'playwright-core';
import { MINI_DIGEST } from '../mini';
import { StackForTests } from '../services/stack';
import { enter, placeOn, type PagePlace } from './enter';
import { describeInBrowser, openBrowser } from './serve';

const LOOK_MS = 100;
const WITHIN_MS = 120_000;
const DEGRADED = /The live view is away/;

jest.setTimeout(240_000);

describeInBrowser('the page of a stack', () => {
  let stack: StackForTests;
  let place: PagePlace;
  beforeAll(async () => {
    stack = await StackForTests.up();
    place = placeOn(stack);
  });
  afterAll(() => stack?.down());

  describe('while something of it is killed', () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      browser = await openBrowser();
      page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      await enter(page, place);
      await page
        .getByRole('button', { name: /Play|New run/ })
        .first()
        .waitFor();
    });
    afterAll(() => browser?.close());

    const api = async <T>(path: string): Promise<T> =>
      (await (await page.request.get(`${place.url}${path}`)).json()) as T;

    async function until(hasCome: () => Promise<boolean>): Promise<void> {
      for (const end = performance.now() + WITHIN_MS; !(await hasCome().catch(() => false));)
        if (performance.now() > end) throw new Error(`not within ${WITHIN_MS} ms: ${String(hasCome)}`);
        else await page.waitForTimeout(LOOK_MS);
    }

    /** The cells of each day's row, where the wakes are shown as a table. */
    const rowsShown = async (): Promise<string[][]> => {
      const rows = await page.locator('.table-view tbody tr').allInnerTexts();
      return rows.map((row) => row.split('\t'));
    };
    const daysShown = async (): Promise<number> => (await rowsShown()).length;
    const hasEnded = async (run: string): Promise<boolean> => (await api<Run>(`/v1/runs/${run}`)).status === 'ended';

    /** Starts a small run, and looks at it once some of its days are there. */
    async function watch(key: string): Promise<string> {
      const asked = { scenario: 'keqiao-mini', daysPerSecond: 4 };
      const headers = { 'idempotency-key': key, origin: place.url };
      const { id } = (await (await page.request.post(`${place.url}/v1/runs`, { data: asked, headers })).json()) as Run;
      await page.goto(`${place.url}/live?run=${id}&table=wakes`);
      await until(async () => (await daysShown()) > 3);
      return id;
    }

    /** Every day once, with the rate that the store has. */
    async function showsAll(run: string): Promise<void> {
      const days = await api<DayResult[]>(`/v1/runs/${run}/days`);
      await until(async () => (await daysShown()) === days.length);
      const rows = await rowsShown();
      expect(rows.map(([day]) => Number(day))).toEqual(days.map((_, day) => day));
      const shown = rows.map(([, , , , capacity]) => capacity.replace(/\s/g, ''));
      expect(shown).toEqual(days.map(({ chain }) => `${Math.round(chain.capacityRecovery * 100)}%`));
      expect((await api<Run>(`/v1/runs/${run}`)).digest).toBe(MINI_DIGEST);
    }

    it('goes on without Redis, says that it is degraded, and is right', async () => {
      const run = await watch('redis');
      // Stopped first, for what is killed is started again at once.
      expect(stack.signal('redis', 'SIGSTOP')).toBe(true);
      const bar = page.getByText(DEGRADED);
      await bar.waitFor();
      const before = await daysShown();
      await until(async () => (await daysShown()) > before + 2);
      expect(stack.signal('redis', 'SIGKILL')).toBe(true);
      await bar.waitFor({ state: 'detached' });
      await until(() => hasEnded(run));
      await showsAll(run);
    });

    it('catches up without a gap when the gateway was killed', async () => {
      const run = await watch('gateway');
      expect(stack.signal('gateway', 'SIGKILL')).toBe(true);
      await until(() => hasEnded(run));
      await showsAll(run);
    });
  });
});
