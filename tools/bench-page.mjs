// `npm run -s bench:page`: the page in headless Chromium over the services of one process: how soon it can be used and how
// much is fetched for that; how smoothly the heat map moves; how soon a relief table is there, at a pause and beside a run, and whether the days of a
// run that goes on come later while it is computed.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const main = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
const executablePath = process.env['RESUMPTION_CHROMIUM'] ?? '/usr/bin/chromium';
const OPENINGS = 5;
const GESTURES = 240;
/** Days a second of the runs beside which a relief table is computed: slower than the machine can. */
const DAYS_PER_SECOND = 2;
/** Some days after the table that is made by itself on every seventh. */
const ASKED_DAY = 24;
const FROM_DAY = 25;
const PAUSED_DAYS = [10, 24];

const folder = mkdtempSync(join(tmpdir(), 'resumption-bench-page-'));
const server = spawn(process.execPath, [main, 'serve', '--port', '0', '--folder', folder], { cwd: root });
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
try {
  const url = await saidBy(server, /http:\/\/127\.0\.0\.1:\d+/);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  const run = await ended(page, url, await start(page, url, {}));
  line('first page, KB gzip', await fetchedKb(url), { atMost: 400 });
  line('until it can be used, ms, median', median(await openings(url, run)), { atMost: 2000 });
  const { perSecond, frames } = await heatMap(page, url, run);
  line(`heat map, frames a second while moved (${frames} frames)`, perSecond, { atLeast: 50 });
  const [first, second] = await reliefsAtPauses(page, url);
  line('relief table at the first pause of a run, ms', first, { atMost: 3000 });
  line('relief table at the next pause, ms', second, { atMost: 3000 });
  const beside = await reliefBeside(page, url);
  line('relief table beside a run, ms', beside.tookMs, { atMost: 3000 });
  const { alone, withRelief } = beside;
  console.log(
    `between two days, ms, longest: ${alone.toFixed(0)} without, ${withRelief.toFixed(0)} with a relief table`,
  );
  line('days later by, ms', withRelief - alone, { atMost: 1000 / DAYS_PER_SECOND / 2 });
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((gone) => server.once('exit', gone));
  rmSync(folder, { recursive: true, force: true });
}

/** @param {import('node:child_process').ChildProcess} child @param {RegExp} pattern @returns {Promise<string>} */
function saidBy(child, pattern) {
  return new Promise((found, refuse) => {
    let text = '';
    const hear = (/** @type {Buffer} */ chunk) => {
      text += chunk.toString('utf8');
      const [match] = pattern.exec(text) ?? [];
      if (match !== undefined) found(match);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => refuse(new Error(`serve ended with ${code}: ${text}`)));
  });
}

/** @param {import('playwright-core').Page} page @param {string} url @param {object} more @returns {Promise<string>} */
async function start(page, url, more) {
  const headers = { 'idempotency-key': randomUUID(), origin: url };
  const answer = await page.request.post(`${url}/v1/runs`, { data: { scenario: 'keqiao', ...more }, headers });
  return (await answer.json()).id;
}

/** @param {import('playwright-core').Page} page @param {string} url @param {string} run */
async function ended(page, url, run) {
  for (;;) {
    const { status } = await (await page.request.get(`${url}/v1/runs/${run}`)).json();
    if (status === 'ended') return run;
    await page.waitForTimeout(500);
  }
}

/** What a browser without a cache fetches of the page itself. @param {string} url */
async function fetchedKb(url) {
  const fresh = await browser.newContext();
  const opened = await fresh.newPage();
  await opened.goto(url, { waitUntil: 'networkidle' });
  const bytes = await opened.evaluate(() => {
    const { performance: timeline } = /** @type {any} */ (globalThis);
    const entries = [...timeline.getEntriesByType('navigation'), ...timeline.getEntriesByType('resource')];
    return entries.reduce((sum, { encodedBodySize, name }) => sum + (name.includes('/v1/') ? 0 : encodedBodySize), 0);
  });
  await fresh.close();
  return bytes / 1024;
}

/** From the address to the headline of the day. @param {string} url @param {string} run */
async function openings(url, run) {
  const tookMs = [];
  for (let at = 0; at < OPENINGS; at++) {
    const fresh = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await fresh.newPage();
    const began = performance.now();
    await page.goto(`${url}/live?run=${run}&day=20`);
    await page.getByText(/▲/).first().waitFor();
    tookMs.push(performance.now() - began);
    await fresh.close();
  }
  return tookMs;
}

/** Zooms in and out and drags, a step a frame. @param {import('playwright-core').Page} page @param {string} url @param {string} run */
async function heatMap(page, url, run) {
  await page.goto(`${url}/enterprises?run=${run}&day=20&frames=1`);
  const canvas = page.locator('canvas').first();
  await canvas.waitFor();
  await page.waitForTimeout(2000);
  const times = await canvas.evaluate(async (element, gestures) => {
    // The page's own world, whose types are not those of this program.
    const own = /** @type {any} */ (globalThis);
    const { left, top, width, height } = /** @type {any} */ (element).getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
    own.heatFrames = [];
    for (let i = 0; i < gestures; i++) {
      const deltaY = Math.floor(i / 30) % 2 === 0 ? -40 : 40;
      /** @type {any} */ (element).dispatchEvent(new own.WheelEvent('wheel', { ...at, deltaY }));
      await new Promise((resolve) => own.requestAnimationFrame(resolve));
    }
    return /** @type {number[]} */ (own.heatFrames);
  }, GESTURES);
  const seconds = (times[times.length - 1] - times[0]) / 1000;
  return { perSecond: (times.length - 1) / seconds, frames: times.length };
}

/** From pause to table, twice in a run that somebody looks at. @param {import('playwright-core').Page} page @param {string} url */
async function reliefsAtPauses(page, url) {
  const run = await start(page, url, { daysPerSecond: DAYS_PER_SECOND });
  await page.goto(`${url}/live?run=${run}`);
  /** @param {string} act @param {object} [data] */
  const post = (act, data) => {
    const headers = { 'idempotency-key': randomUUID(), origin: url };
    return page.request.post(`${url}/v1/runs/${run}/${act}`, { ...(data && { data }), headers });
  };
  const tookMs = [];
  for (const day of PAUSED_DAYS) {
    let row;
    do {
      await page.waitForTimeout(50);
      row = await (await page.request.get(`${url}/v1/runs/${run}`)).json();
    } while (row.projectedDay < day);
    await post('pause');
    const began = performance.now();
    const answer = await post('relief', { day: row.projectedDay });
    if (!answer.ok()) throw new Error(await answer.text());
    tookMs.push(performance.now() - began);
    await post('play');
  }
  await ended(page, url, run);
  return tookMs;
}

/** The longest wait for a day with and without a relief table under way. @param {import('playwright-core').Page} page @param {string} url */
async function reliefBeside(page, url) {
  const alone = await longestWait(page, url, undefined);
  const withRelief = await longestWait(page, url, ASKED_DAY);
  return { alone: alone.longestMs, withRelief: withRelief.longestMs, tookMs: withRelief.reliefMs };
}

/** @param {import('playwright-core').Page} page @param {string} url @param {number | undefined} reliefOf */
async function longestWait(page, url, reliefOf) {
  const run = await start(page, url, { daysPerSecond: DAYS_PER_SECOND });
  await page.goto(`${url}/system?run=${run}`);
  const seen = await page.evaluate(
    async ({ run, reliefOf, fromDay }) => {
      const own = /** @type {any} */ (globalThis);
      /** @type {number[]} */
      const at = [];
      let reliefMs = 0;
      /** @type {Promise<void> | undefined} */
      let asking;
      const ask = async () => {
        const began = own.performance.now();
        const body = JSON.stringify({ day: reliefOf });
        const headers = { 'content-type': 'application/json', 'idempotency-key': `relief of ${run}` };
        const answer = await own.fetch(`/v1/runs/${run}/relief`, { method: 'POST', headers, body });
        if (!answer.ok) throw new Error(await answer.text());
        await answer.json();
        reliefMs = own.performance.now() - began;
      };
      await new Promise((over) => {
        const source = new own.EventSource(`/v1/runs/${run}/stream`);
        source.addEventListener('day', (/** @type {{ lastEventId: string }} */ event) => {
          if (event.lastEventId === '') return;
          const day = Number(event.lastEventId.split(':')[1]);
          if (day === fromDay && reliefOf !== undefined) asking = ask();
          if (day >= fromDay) at.push(own.performance.now());
          if (day < fromDay + 12) return;
          source.close();
          over(undefined);
        });
      });
      await asking;
      const waits = at.slice(1).map((time, i) => time - at[i]);
      return { longestMs: Math.max(...waits), reliefMs };
    },
    { run, reliefOf, fromDay: FROM_DAY },
  );
  await ended(page, url, run);
  return seen;
}

/** @param {number[]} values */
function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** @param {string} name @param {number} value @param {{ atMost?: number, atLeast?: number }} bound */
function line(name, value, { atMost, atLeast }) {
  const isMet = atMost === undefined ? value >= (atLeast ?? 0) : value <= atMost;
  const said = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
  console.log(`${isMet ? 'met   ' : 'MISSED'} ${name}: ${value.toFixed(1)} (${said})`);
}
