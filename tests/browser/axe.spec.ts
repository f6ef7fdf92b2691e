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

interface Look {
  readonly lang: string;
  readonly theme: string;
  readonly width: number;
}

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

  /** What axe finds serious in a page, and whether there is anything to be scrolled sideways. */
  async function seriousIn(name: string, { lang, theme, width }: Look): Promise<string[]> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    const ids = runs.map(({ id }) => id);
    await page.goto(`${served.url}/${name}?run=${ids[0]}&runs=${ids.join()}&day=15&lang=${lang}&theme=${theme}`);
    await page.locator('h1').first().waitFor();
    await page.waitForTimeout(SETTLED_MS);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    await page.close();
    return [
      ...serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`),
      ...(sideways > 0 ? [`${sideways} px to be scrolled sideways`] : []),
    ];
  }

  // Side by side: a page that settles needs no processor.
  it.each(PAGES)('%s, in English, light, 1280 px wide, and in Chinese, dark, 390 px wide', async (name) => {
    const looks = [
      { lang: 'en', theme: 'light', width: 1280 },
      { lang: 'zh', theme: 'dark', width: 390 },
    ];
    const found = await Promise.all(looks.map((look) => seriousIn(name, look)));
    expect(found).toEqual([[], []]);
  });
});
