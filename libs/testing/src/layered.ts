// Layered chains: tier 0 makes from nothing, the last tier sells to final demand, every buyer buys from some of the
// tier before. Drawn from a number, so that a property test prints the number and the chain is there again.
import { Random } from '#libs/kernel';
import type { ExporterTerms, Rules } from '#libs/model';
import { directKind, PLAIN_RULES, roadKind, type ChainSketch, type LinkSketch } from './draft-of';

export interface LayeredOptions {
  readonly seed: number;
  readonly tiers: number;
  /** Enterprises in each tier. */
  readonly width: number;
  readonly suppliersPerBuyer: number;
  readonly coverDays: number;
  readonly restoreDays?: number;
  readonly rules?: Partial<Rules>;
  readonly finishedDays?: number;
  /** Share of links that go by road; their lead is 2 or 3 days. */
  readonly byRoad?: number;
  /** Days from application to pass on every road. */
  readonly officeDays?: number;
  /** Days after which contracts are cancelled; then the last of several tiers are exporters. */
  readonly cancelAfterDays?: number | undefined;
  readonly spareRatio?: number;
  /** Yuan of inputs in a yuan of output. */
  readonly inputShare?: number;
}

/** A layered chain; enterprise `t-i` stands in sector t. Road links carry kind 1 (lead 2) or 2 (lead 3). */
export function layered(options: LayeredOptions): ChainSketch {
  const { seed, tiers, width, suppliersPerBuyer, coverDays, restoreDays = 6, byRoad = 0, inputShare = 0.6 } = options;
  const hasExporters = options.cancelAfterDays !== undefined && tiers > 1;
  const random = new Random(seed);
  const last = (tiers - 1) * width;
  const output = new Float64Array(tiers * width);
  const links: LinkSketch[] = [];
  for (let row = 0; row < width; row++) output[last + row] = 50 + 100 * random.uniform(1, row);
  for (let tier = tiers - 1; tier > 0; tier--) {
    for (let i = 0; i < width; i++) {
      const to = tier * width + i;
      const count = Math.min(width, suppliersPerBuyer);
      for (let k = 0; k < count; k++) {
        const from = (tier - 1) * width + ((i + k) % width);
        const kind = random.uniform(2, to, 0, k) < byRoad ? 1 + Math.floor(2 * random.uniform(3, to, 0, k)) : 0;
        const flowYuan = (output[to] * inputShare) / count;
        links.push({ from, to, flowYuan, kind, corridor: kind === 0 ? -1 : from % 2 });
        output[from] += flowYuan;
      }
    }
  }
  const rowOf = (row: number): { tier: number; isLast: boolean } => ({
    tier: Math.floor(row / width),
    isLast: row >= last,
  });
  return {
    seed,
    rules: { ...PLAIN_RULES, ...options.rules },
    sectors: Array.from({ length: tiers }, (_, tier) => ({
      id: `tier-${tier}`,
      stage: hasExporters && tier === tiers - 1 ? ('exporters' as const) : ('plants' as const),
      product: tier,
      outside: false,
    })),
    linkKinds: [
      directKind(coverDays, restoreDays),
      ...[2, 3].map((lead) => roadKind(coverDays, lead, { priority: lead - 2, restoreDays })),
    ],
    enterprises: Array.from(output, (yuan, row) => ({
      id: `${rowOf(row).tier}-${row % width}`,
      sector: rowOf(row).tier,
      finalDemandYuan: rowOf(row).isLast ? yuan : 0,
      spareRatio: options.spareRatio ?? 1,
      finishedDays: options.finishedDays ?? 0,
    })),
    links,
    ...(hasExporters && { exporterTerms: contractTerms(options.cancelAfterDays) }),
    corridors: [0, 1].map((corridor) => ({
      id: `road-${corridor}`,
      capacity: { timesBase: 1.5 },
      freeShare: 0.2,
      tonnesPerPass: 0.001,
      checkpointDays: 1,
      officeDays: options.officeDays ?? 0,
    })),
  };
}

function contractTerms(cancelAfterDays = 0): ExporterTerms {
  return { laneShares: [0.7, 0.3], containerYuan: 500, containerFlowDays: 7, penaltyPerDay: 0.01, cancelAfterDays };
}
