// Random small chains with every stage in them: sellers outside, two tiers of plants, shops, exporters; cloth comes from
// three sectors. Drawn from a number, so that a property test prints the number and the chain is there again.
import { Random } from '#libs/kernel';
import type { LinkKind, Rules, Sector } from '#libs/model';
import { PLAIN_RULES, type ChainSketch, type EnterpriseSketch, type LinkSketch } from './draft-of';

export interface TextileOptions {
  readonly seed: number;
  /** Enterprises of each sector. */
  readonly width: number;
  readonly suppliersPerBuyer: number;
  readonly coverDays: number;
  readonly restoreDays: number;
  readonly finishedDays: number;
  /** Share of links that go by road; they travel 0 to 2 days, and a checkpoint adds `checkpointDays`. */
  readonly byRoad: number;
  readonly checkpointDays: number;
  readonly spareRatio: number;
  readonly hasOpeningDay: boolean;
  readonly rules: Partial<Rules>;
}

const SECTORS = ['sellers', 'outside-cloth', 'weaving', 'dyeing', 'market', 'exporters'] as const;
const PRODUCTS = ['yarn', 'cloth', 'grey', 'cloth', 'cloth', 'exports'];
const CLASSES = ['yarn', 'grey', 'cloth', 'exports'];

/** Who buys from whom, yuan of it in a yuan of output, buyers first downstream. */
const PURCHASES: readonly (readonly [buyer: number, seller: number, perOutput: number])[] = [
  [5, 4, 0.5],
  [5, 3, 0.2],
  [4, 3, 0.5],
  [4, 1, 0.2],
  [3, 2, 0.4],
  [3, 0, 0.1],
  [2, 0, 0.5],
];

/** Visitors x basket that are exactly a market's base turnover: `levers.market` of an undisturbed day. */
export const FULL_MARKET = { isOpen: 1, openingHazard: 1, onlineShare: 0.1, basketYuan: 1 };

/** Enterprise `sector-i` stands in the sector's row; enterprises of one sector follow each other. */
export function textile(options: TextileOptions): ChainSketch {
  const { seed, width, hasOpeningDay, checkpointDays } = options;
  const random = new Random(seed);
  const output = new Float64Array(SECTORS.length * width);
  const final = output.map((_, row) => finalDemand(random, row, Math.floor(row / width)));
  output.set(final);
  const links: LinkSketch[] = [];
  // Exporters first: when a sector buys, everybody who buys from it has bought.
  for (const [buyer, seller, perOutput] of PURCHASES) {
    for (let i = 0; i < width; i++) links.push(...purchase(options, random, { buyer, seller, perOutput, i }, output));
  }
  const enterprises = Array.from(final, (finalDemandYuan, row): EnterpriseSketch => {
    const sector = Math.floor(row / width);
    return {
      id: `${SECTORS[sector]}-${row % width}`,
      sector,
      finalDemandYuan,
      spareRatio: options.spareRatio,
      finishedDays: sector < 4 ? options.finishedDays : 0,
    };
  });
  return {
    seed,
    rules: { ...PLAIN_RULES, ...options.rules },
    sectors: SECTORS.map((id, at): Sector => ({
      id,
      stage: at === 4 ? 'markets' : at === 5 ? 'exporters' : 'plants',
      product: CLASSES.indexOf(PRODUCTS[at]),
      outside: at < 2,
    })),
    classes: CLASSES.map((id, at) => ({ id, tonnesPerYuan: (at + 1) / 10_000 })),
    linkKinds: kindsOf(options),
    enterprises,
    links,
    corridors: [0, 1].map((corridor) => ({
      id: `road-${corridor}`,
      capacity: { timesBase: 1.2 },
      freeShare: 0.2,
      tonnesPerPass: 0,
      checkpointDays,
    })),
    roadFloors: [0.3, 0.1],
    hasOpeningDay,
  };
}

function finalDemand(random: Random, row: number, sector: number): number {
  if (sector === 5) return 50 + 100 * random.uniform(1, row);
  return sector < 2 ? 0 : 10 * random.uniform(1, row);
}

function purchase(
  { width, suppliersPerBuyer, byRoad }: TextileOptions,
  random: Random,
  { buyer, seller, perOutput, i }: { buyer: number; seller: number; perOutput: number; i: number },
  output: Float64Array,
): LinkSketch[] {
  const to = buyer * width + i;
  const count = Math.min(width, suppliersPerBuyer);
  const flowYuan = (output[to] * perOutput) / count;
  return Array.from({ length: count }, (_, k): LinkSketch => {
    const from = seller * width + ((i + k) % width);
    const isByRoad = random.uniform(2, to, seller, k) < byRoad;
    const kind = isByRoad ? 1 + Math.floor(3 * random.uniform(3, to, seller, k)) : 0;
    output[from] += flowYuan;
    return { from, to, flowYuan, kind, corridor: isByRoad ? (from + to) % 2 : -1 };
  });
}

/** Direct, and by road with 0, 1 and 2 days of travel; the longer, the less urgent. */
function kindsOf({ coverDays, restoreDays }: TextileOptions): LinkKind[] {
  const kind = (leadDays: number, priority: number): LinkKind => ({
    coverDays,
    leadDays,
    pipelineDays: leadDays,
    restoreDays,
    need: priority === 1 ? 'important' : 'critical',
    unlimited: false,
    priority,
  });
  return [{ ...kind(1, 0), pipelineDays: 1 }, kind(2, 0), kind(3, 1), kind(4, 2)];
}
