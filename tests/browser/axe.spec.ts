// Every page for whoever cannot see it, or not well: axe finds no serious violation, light and dark, in both languages.
import { readFileSync } from 'node:fs';
import type { Run } from '#libs/api';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext } from 'playwright-core';
import { describeInBrowser, openBrowser, serve, type Served } from './serve';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = ['live', 'stages', 'enterprises', 'why', 'scenarios', 'compare', 'events', 'system'];
const LOOK_MS = 200;
const SETTLED_MS = 1500;

jest.setTimeout(180_000);

describeInBrowser('the pages', () => {
  let served: Served;
  let browser: Browser;
  let context: BrowserContext;
  let runs: Run[];

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), openBrowser()]);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
    await (await context.newPage()).goto(served.url);
    runs = await Promise.all([7, 8].map(created));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  async function created(seed: number): Promise<Run> {
    const asked = { data: { scenario: 'keqiao-mini', seed, days: 30 }, headers: { origin: served.url } };
    const answer = await context.request.post(`${served.url}/v1/runs`, asked);
    let run = (await answer.json()) as Run;
    while (run.status === 'running') {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      run = (await (await context.request.get(`${served.url}/v1/runs/${run.id}`)).json()) as Run;
    }
    return run;
  }

  const looks = PAGES.flatMap((name) => [
    { name, lang: 'en', theme: 'light', width: 1280 },
    { name, lang: 'zh', theme: 'dark', width: 390 },
  ]);

  it.each(looks)('$name, $lang, $theme, $width px wide', async ({ name, lang, theme, width }) => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    const ids = runs.map(({ id }) => id);
    await page.goto(`${served.url}/${name}?run=${ids[0]}&runs=${ids.join()}&day=15&lang=${lang}&theme=${theme}`);
    await page.locator('h1').first().waitFor();
    await page.waitForTimeout(SETTLED_MS);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)).toEqual(
      [],
    );
    // Nothing is to be scrolled sideways.
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.close();
  });
});
