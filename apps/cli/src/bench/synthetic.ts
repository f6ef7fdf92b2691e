// A layered chain by seed: five tiers in a row, one product class each, every buyer with four or five suppliers drawn
// evenly from the tier before (so memory is reached at random, the hard case), direct links, the default rules.
import { Random } from '#libs/kernel';
import type { LinkKind, Rules, Sector } from '#libs/model';
import type { ChainDraft, DraftEnterprises, DraftLinks } from '#libs/scenario';
import type { SyntheticSize } from './networks';

const SEED = 20_200_210;
const TIERS = 5;
/** The tier that a shock hits. */
export const SHOCKED_TIER = 2;
/** Yuan of input per yuan of output. */
const INPUT_SHARE = 0.6;

const RULES: Rules = {
  rhythm: 'daily',
  unmetOrders: 'keep',
  inputs: { rule: 'hard' },
  rationing: { rule: 'proportional' },
  orders: { rule: 'plan', smoothingDays: 7, capRatio: 3 },
  overtime: { rule: 'smooth', maxRatio: 1.1, tauDays: 60 },
  finishedRestoreDays: 6,
  finishedMaxRatio: 2,
};

const DIRECT: LinkKind = {
  ...{ coverDays: 5, leadDays: 1, pipelineDays: 1, restoreDays: 6 },
  ...{ need: 'critical', unlimited: false, priority: 0 },
};

/** Draws of the benchmark's own stream: 0 partners, 1 sizes. */
const STREAM = 900;

/** The chain's draft. Its capacity groups are the tiers. */
export function syntheticDraft(size: SyntheticSize): ChainDraft {
  const random = new Random(SEED);
  const tierStarts = startsOfTiers(size.enterprises);
  const finalDemandYuan = Float64Array.from({ length: size.enterprises }, (_, row) => {
    const weight = 0.5 + random.uniform(STREAM, row, 0, 1);
    return row < tierStarts[TIERS - 1] ? weight : 100 * weight;
  });
  const links = linksOf(size, tierStarts, finalDemandYuan, random);
  const tiers = Array.from({ length: TIERS }, (_, tier) => `tier-${tier}`);
  return {
    ...{ seed: SEED, horizonDays: 365, rules: RULES, zones: ['zone'], parks: ['park'], linkKinds: [DIRECT] },
    sectors: tiers.map((id, product): Sector => ({ id, stage: 'plants', product, outside: false })),
    classes: tiers.map((id) => ({ id, tonnesPerYuan: 1e-4 })),
    enterprises: enterprisesOf(size.enterprises, tierStarts, finalDemandYuan),
    ...{ links, corridors: [], roadFloors: [], hasOpeningDay: false, offlineShare: 1 },
    exporterTerms: { laneShares: [1], containerYuan: 1e6, containerFlowDays: 7, penaltyPerDay: 0 },
  };
}

/** The first tier buys nothing and is small, so that the others have their four suppliers a head. */
function startsOfTiers(enterprises: number): Int32Array {
  const first = Math.round(enterprises / 25);
  return Int32Array.from({ length: TIERS + 1 }, (_, tier) =>
    tier === 0 ? 0 : first + Math.round(((tier - 1) * (enterprises - first)) / (TIERS - 1)),
  );
}

/** Links from the last tier upwards, so that a buyer's output is known when its inputs are split over suppliers. */
function linksOf({ links: count }: SyntheticSize, starts: Int32Array, final: Float64Array, random: Random): DraftLinks {
  const ones = (): Float64Array => new Float64Array(count).fill(1);
  const supplier = new Int32Array(count);
  const buyer = new Int32Array(count);
  const flowYuan = new Float64Array(count);
  const output = final.slice();
  const buyers = final.length - starts[1];
  let link = 0;
  for (let tier = TIERS - 1; tier > 0; tier--) {
    const partners = starts[tier] - starts[tier - 1];
    for (let row = starts[tier]; row < starts[tier + 1]; row++) {
      const suppliers = suppliersOf(row - starts[1], buyers, count);
      for (let k = 0; k < suppliers; k++, link++) {
        supplier[link] = starts[tier - 1] + Math.floor(random.uniform(STREAM, row, 0, 2 + k) * partners);
        buyer[link] = row;
        flowYuan[link] = (INPUT_SHARE * output[row]) / suppliers;
        output[supplier[link]] += flowYuan[link];
      }
    }
  }
  return {
    ...{ supplier, buyer, flowYuan, kind: new Uint16Array(count), corridor: new Int32Array(count).fill(-1) },
    ...{ initialStockRatio: ones(), initialBookDays: new Float64Array(count), initialPipelineRatio: ones() },
  };
}

/** Suppliers of a buyer: links spread over buyers, the odd ones evenly. */
function suppliersOf(buyer: number, buyers: number, links: number): number {
  return Math.floor(((buyer + 1) * links) / buyers) - Math.floor((buyer * links) / buyers);
}

function enterprisesOf(count: number, tierStarts: Int32Array, finalDemandYuan: Float64Array): DraftEnterprises {
  const tier = new Int32Array(count);
  for (let t = 0; t < TIERS; t++) tier.fill(t, tierStarts[t], tierStarts[t + 1]);
  const none = new Int32Array(count);
  return {
    ids: Array.from(tier, (t, row) => `t${t}-${String(row).padStart(7, '0')}`),
    ...{ sector: tier, zone: none, park: none, isNotable: new Uint8Array(count), finalDemandYuan },
    spareRatio: new Float64Array(count).fill(1.05),
    finishedDays: new Float64Array(count).fill(1),
    ...{ capacityGroup: tier, gateGroup: none, utilityGroup: none, demandGroup: none, finishedGroup: none },
    initialFinishedRatio: new Float64Array(count).fill(1),
    initialBacklogDays: new Float64Array(count),
  };
}
