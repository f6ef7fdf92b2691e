// A planner's way through the page, in a real browser, wherever the services run: play, look, step in, fork, compare, ask
// why, change the language, come back. Steps build on each other, in the order of the file.
import type { DayResult, Run, Why } from '#libs/api';
import type { Browser, Page } from 'playwright-core';
import { enter, type PagePlace } from './enter';
import { openBrowser } from './serve';

const LOOK_MS = 250;
const WITHIN_MS = 120_000;

/** @param place asked once what runs there is ready */
export function plannersWay(place: () => PagePlace): void {
  let served: PagePlace;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    served = place();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(() => browser?.close());

  const api = async <T>(path: string): Promise<T> =>
    (await (await page.request.get(`${served.url}${path}`)).json()) as T;
  const runShown = (): string => new URL(page.url()).searchParams.get('run') ?? '';
  const run = (id = runShown()): Promise<Run> => api(`/v1/runs/${id}`);
  const headline = async (): Promise<string> => (await page.locator('h1').first().textContent()) ?? '';

  async function until(hasCome: () => Promise<boolean>): Promise<void> {
    for (const end = performance.now() + WITHIN_MS; !(await hasCome()); await page.waitForTimeout(LOOK_MS))
      if (performance.now() > end) throw new Error(`not within ${WITHIN_MS} ms: ${String(hasCome)}; at ${page.url()}`);
  }

  it('plays Keqiao by one press, and reads where it is stuck', async () => {
    await enter(page, served);
    await page.getByRole('button', { name: /Play Keqiao/ }).click();
    await until(async () => (await run()).projectedDay >= 13);
    await until(async () => /^▲ ./.test(await headline()));
    expect(await page.getByText(/stuck here since/).count()).toBe(1);
  });

  it('pauses it by the space bar', async () => {
    await page.locator('h1').first().click();
    await page.keyboard.press(' ');
    await until(async () => (await run()).mode === 'paused');
  });

  it('steps in with 30 more passes, and is told from which day they stand', async () => {
    await page.keyboard.press('i');
    await page.getByRole('dialog').getByRole('combobox').fill('passes');
    await page.keyboard.press('Enter');
    await page.getByLabel(/Becomes/).fill('+30');
    await page.keyboard.press('Enter');
    // Its own line of the panel: the note above it has like words.
    await page.locator('.accepted').waitFor();
    const { commands, openedDay } = await run();
    expect(commands).toHaveLength(1);
    expect(commands[0].path).toContain('passes');
    expect(commands[0].effectiveDay).toBeGreaterThan(openedDay - 1);
    await page.keyboard.press('Escape');
  });

  it('plays on to the end as fast as it goes, and sees the shortage that has travelled', async () => {
    await page
      .getByLabel(/speed/i)
      .selectOption({ index: -1 + (await page.getByLabel(/speed/i).locator('option').count()) });
    await page.locator('h1').first().click();
    await page.keyboard.press(' ');
    await until(async () => (await run()).status === 'ended');
    const days = await api<DayResult[]>(`/v1/runs/${runShown()}/days`);
    const arrived = days.find(({ bottleneck, sectors }) =>
      sectors.some(
        ({ id, losses }) => bottleneck !== null && id !== bottleneck.sector && losses[0]?.sector === bottleneck.sector,
      ),
    );
    expect(arrived).toBeDefined();
    await page.goto(`${served.url}/live?run=${runShown()}&day=${arrived?.day ?? 0}`);
    await page
      .getByText(/▲ [\d.,]+ (M|bn) from /)
      .first()
      .waitFor();
  });

  it('forks it on day 12 with more charter seats, and compares by one key', async () => {
    const parent = runShown();
    await page.goto(`${served.url}/live?run=${parent}&day=12`);
    await until(async () => (await headline()) !== '');
    await page.keyboard.press('f');
    await page.getByRole('dialog').getByRole('combobox').fill('charter');
    await page.keyboard.press('Enter');
    await page.getByLabel(/Becomes/).fill('+3000');
    await page.keyboard.press('Enter');
    await until(async () => runShown() !== parent && (await run()).status === 'ended');
    expect((await run()).forkedFrom).toMatchObject({ run: parent, day: 12 });
    await page.getByRole('button', { name: /Compare with the parent/ }).click();
    await page.waitForURL(/\/compare\?/);
    await until(async () => /day|yuan|win|lose|nothing/i.test(await headline()));
    expect(await page.getByText(/charter/i).count()).toBeGreaterThan(0);
  });

  it('asks why an exporter lost, and finds a tree that adds up to 100 %', async () => {
    const [{ id }] = await api<Run[]>('/v1/runs');
    const { rows } = await api<{ rows: { id: string }[] }>(
      `/v1/runs/${id}/enterprises?day=18&sector=exporters&sort=lost&limit=1`,
    );
    await page.goto(`${served.url}/why?run=${id}&day=18&enterprise=${rows[0].id}`);
    await until(async () => /▲/.test(await headline()));
    const why = await api<Why>(`/v1/runs/${id}/why?enterprise=${rows[0].id}&day=18`);
    const tree = why.tree as { share: number; causes: { share: number; sector: string | null }[] };
    expect(tree.causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(why.counterfactuals?.length).toBeGreaterThan(0);
  });

  it('reads it in Chinese, and finds the same after a reload', async () => {
    await page.getByRole('button', { name: '中文' }).click();
    await until(async () => /[\u4e00-\u9fff]/.test(await headline()));
    const [url, said] = [page.url(), await headline()];
    await page.reload();
    await until(async () => (await headline()) === said);
    expect(page.url()).toBe(url);
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
  });

  it('has met no error of the page', () => {
    expect(complaints).toEqual([]);
  });
}
