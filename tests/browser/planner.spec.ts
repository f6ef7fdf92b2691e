// The planner's way, and the numbers that can be taken along: over the services of one process, or, where whoever starts the
// tests says RESUMPTION_PAGE=stack (`npm run test:page-on-stack`), over a stack of real processes.
import type { RunSummary } from '#libs/analysis';
import type { Run } from '#libs/api';
import { resumption } from '../command';
import { StackForTests } from '../services/stack';
import { enter, placeOn, type PagePlace } from './enter';
import { plannersWay } from './planners-way.features';
import { describeInBrowser, openBrowser, serve } from './serve';

const MINI = 'seeds/keqiao/mini.yaml';
const LOOK_MS = 250;

// eslint-disable-next-line no-restricted-properties -- whoever starts the tests says over what the page is
const isOnStack = process.env.RESUMPTION_PAGE === 'stack';

jest.setTimeout(240_000);

describeInBrowser(isOnStack ? 'the page of a stack' : 'the page of one process', () => {
  let served: PagePlace;
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    if (isOnStack) {
      const stack = await StackForTests.up();
      served = placeOn(stack);
      stop = () => stack.down();
    } else {
      const one = await serve();
      served = one;
      stop = () => one.stop();
    }
  });
  afterAll(() => stop?.());

  describe('on the way of a planner', () => {
    plannersWay(() => served);
  });

  it('has the command line’s numbers, also in its CSV', async () => {
    const { out } = resumption('run', MINI, '--json', '--no-archive');
    const { rates, digest } = JSON.parse(out) as RunSummary;
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      await enter(page, served);
      const asked = { data: { scenario: 'keqiao-mini' }, headers: { 'idempotency-key': 'base', origin: served.url } };
      const { id } = (await (await page.request.post(`${served.url}/v1/runs`, asked)).json()) as Run;
      const run = async (): Promise<Run> =>
        (await (await page.request.get(`${served.url}/v1/runs/${id}`)).json()) as Run;
      while ((await run()).status === 'running') await page.waitForTimeout(LOOK_MS);
      expect((await run()).digest).toBe(digest);
      await page.goto(`${served.url}/live?run=${id}&day=20&lang=en`);
      const shown = new RegExp(`^${Math.round(rates[20].capacityRecovery * 100)}\\s%$`);
      await page.getByText(shown).first().waitFor();
      const href = await page.getByRole('link', { name: /CSV/ }).first().getAttribute('href');
      const csv = await (await page.request.get(`${served.url}${href ?? ''}`)).text();
      expect(csv.split('\n')[0]).toContain('capacityRecovery');
      const whole = await (await page.request.get(`${served.url}/v1/runs/${id}/metrics?format=csv`)).text();
      const [head, ...lines] = whole
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(','));
      const at = head.indexOf('capacityRecovery');
      expect(lines.map((cells) => Number(cells[at]))).toEqual(rates.map(({ capacityRecovery }) => capacityRecovery));
    } finally {
      await browser.close();
    }
  });
});
