// What is valid and may still surprise: said before the run, with what can happen.
import type { Chain } from '#libs/model';
import type { ScenarioSpec } from './schema/scenario';
import { supportWarnings } from './support-warnings';

export interface Warning {
  readonly code: string;
  readonly text: string;
}

const LEAST_CALM_RESTORE_DAYS = 4;

export function warningsOf(chain: Chain, spec: ScenarioSpec, declaredDays: number): Warning[] {
  const { rules, linkKinds } = chain;
  const warnings: Warning[] = [];
  const quick = linkKinds.filter((kind) => kind.restoreDays < LEAST_CALM_RESTORE_DAYS);
  if (quick.length > 0 && rules.orders.rule === 'plan') {
    warnings.push({
      code: 'SCN_RESTORE_SHORT',
      text: `restoreDays below ${LEAST_CALM_RESTORE_DAYS} (here ${Math.min(...quick.map((kind) => kind.restoreDays))}): orders overshoot and swing for weeks after a shock.`,
    });
  }
  if (rules.orders.rule !== 'plan') {
    const thin = linkKinds.filter((kind) => kind.coverDays <= kind.restoreDays);
    if (thin.length > 0)
      warnings.push({
        code: 'SCN_COVER_THIN',
        text: `cover does not exceed restoreDays under the order rule ${rules.orders.rule}: after a temporary shock the chain may never come back.`,
      });
    if (rules.orders.rule === 'realised' && linkKinds.some((kind) => kind.leadDays > 1)) {
      warnings.push({
        code: 'SCN_REALISED_BY_ROAD',
        text: 'orders on realised output with lead times above 1 day: an enterprise that stands still orders nothing and may never start again.',
      });
    }
  }
  const cycle = rules.rationing.rule === 'proportional' ? hardCycle(chain) : [];
  if (cycle.length > 0) {
    const names = cycle.slice(0, 6).map((i) => chain.enterprises.ids[i]);
    warnings.push({
      code: 'SCN_HARD_CYCLE',
      text: `critical inputs go round in a circle (${names.join(' -> ')}${cycle.length > 6 ? ' -> ...' : ''}): with thin stocks and proportional rationing a long stop can end in collapse. equal-relative rationing, or need: important inside the circle, prevents it.`,
    });
  }
  if (
    spec.sectors &&
    Object.keys(spec.curves).length === 0 &&
    Object.keys(spec.shocks).length === 0 &&
    !spec.initial &&
    !spec.workers &&
    !spec.gates &&
    !spec.market.opens
  ) {
    warnings.push({
      code: 'SCN_NOTHING_HAPPENS',
      text: 'no curve, no shock, no opening day and no start of its own: every rate stays at 100 %.',
    });
  }
  return [...warnings, ...idleSeries(spec), ...supportWarnings(chain, spec, declaredDays)];
}

/** Series that act on nothing: shops open by the market's rules, and finished stock without a target has none to scale. */
function idleSeries({ curves, levers, sectors }: ScenarioSpec): Warning[] {
  const isAbout = (sector: string | readonly string[] | undefined, test: (id: string) => boolean): boolean =>
    sector !== undefined && [sector].flat().every(test);
  return [...Object.entries(curves), ...Object.entries(levers)].flatMap(([id, { acts, on }]) => {
    if (acts === 'open' && isAbout(on.sector, (name) => sectors[name]?.stage === 'markets'))
      return [
        { code: 'SCN_SHOPS_OPEN_BY_MARKET', text: `${id} opens nothing: shops open by market.opens and its hazard.` },
      ];
    if (acts === 'finishedTarget' && isAbout(on.sector, (name) => sectors[name]?.finishedDays === 0))
      return [
        {
          code: 'SCN_NO_FINISHED_TARGET',
          text: `${id} changes nothing: the sector makes to order; give it finishedDays.`,
        },
      ];
    return [];
  });
}

/** Enterprises of one circle of critical inputs, each supplied by the next; empty when there is none. */
function hardCycle({ enterprises, links, linkKinds, rules }: Chain): number[] {
  const binds = (link: number): boolean =>
    rules.inputs.rule !== 'partial' || linkKinds[links.kind[link]].need === 'critical';
  const waitsFor = new Int32Array(enterprises.count);
  const buyersOf = customersOf(links.supplier, links.buyer, enterprises.count);
  for (let link = 0; link < links.count; link++) if (binds(link)) waitsFor[links.buyer[link]]++;
  const free: number[] = [];
  waitsFor.forEach((count, i) => count === 0 && free.push(i));
  for (let at = 0; at < free.length; at++) {
    for (let k = buyersOf.starts[free[at]]; k < buyersOf.starts[free[at] + 1]; k++) {
      if (binds(buyersOf.links[k]) && --waitsFor[links.buyer[buyersOf.links[k]]] === 0)
        free.push(links.buyer[buyersOf.links[k]]);
    }
  }
  if (free.length === enterprises.count) return [];
  const supplierOf = new Int32Array(enterprises.count).fill(-1);
  for (let link = 0; link < links.count; link++)
    if (binds(link) && waitsFor[links.supplier[link]] > 0) supplierOf[links.buyer[link]] = links.supplier[link];
  let at = waitsFor.findIndex((count) => count > 0);
  const isSeen = new Uint8Array(enterprises.count);
  const seen: number[] = [];
  while (!isSeen[at]) {
    isSeen[at] = 1;
    seen.push(at);
    at = supplierOf[at];
  }
  return seen.slice(seen.indexOf(at));
}

function customersOf(
  supplier: Int32Array,
  buyer: Int32Array,
  count: number,
): { starts: Int32Array; links: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const one of supplier) starts[one + 1]++;
  for (let i = 0; i < count; i++) starts[i + 1] += starts[i];
  const next = starts.slice();
  const links = new Int32Array(buyer.length);
  supplier.forEach((one, link) => (links[next[one]++] = link));
  return { starts, links };
}
