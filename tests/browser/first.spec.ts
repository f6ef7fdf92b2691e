import type { Browser } from 'playwright-core';
import { describeInBrowser, openBrowser, serve, type Served } from './serve';

/** What a fresh clone may take from the end of its build to the page. */
const MOST_START_MS = 20_000;

describeInBrowser('a page that is served on this machine', () => {
  let served: Served;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('is there within 20 s, its database made on the way', () => {
    expect(served.startMs).toBeLessThan(MOST_START_MS);
  });

  it('opens without a key, says its name, and complains of nothing', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(served.url);
    await page.waitForLoadState('networkidle');
    expect(await page.title()).toContain('Resumption');
    expect(complaints).toEqual([]);
    const session = await page.request.get(`${served.url}/v1/session`);
    expect(await session.json()).toMatchObject({ role: 'operator', isLocal: true });
    await page.close();
  });

  it('knows the Keqiao scenario', async () => {
    const page = await browser.newPage();
    await page.goto(served.url);
    const scenarios = (await (await page.request.get(`${served.url}/v1/scenarios`)).json()) as { id: string }[];
    expect(scenarios.map(({ id }) => id)).toContainEqual(expect.stringContaining('keqiao'));
    await page.close();
  });
});
