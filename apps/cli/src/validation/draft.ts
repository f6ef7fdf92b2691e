// The draft of a reference chain: all enterprises in the stage of plants, direct links, one capacity group and one
// demand group each, so that every path can be fed to exactly one of them.
import type { LinkKind, Rules } from '#libs/model';
import type { ChainDraft } from '#libs/scenario';

interface ReferenceEnterprise {
  readonly id: string;
  /** Position in `products`. */
  readonly product: number;
  readonly finalDemandYuan: number;
  /** Capacity at base over base output. */
  readonly spareRatio: number;
}

export interface ReferenceLink {
  readonly supplier: number;
  readonly buyer: number;
  readonly flowYuan: number;
  /** Position in `kinds`. */
  readonly kind: number;
  /** Stock at the start over the target of its kind. */
  readonly stockRatio: number;
  /** Order of the eve over flow: what step 0 serves. */
  readonly orderRatio: number;
}

export interface ReferenceChain {
  readonly products: readonly string[];
  readonly enterprises: readonly ReferenceEnterprise[];
  readonly links: readonly ReferenceLink[];
  readonly kinds: readonly LinkKind[];
  readonly rules: Rules;
  readonly steps: number;
}

/** A direct link's kind; its cover is held against the same step's delivery, so the pipeline is one day. */
export function kindOf(options: { coverDays: number; restoreDays: number; unlimited?: boolean }): LinkKind {
  const { coverDays, restoreDays, unlimited = false } = options;
  return { coverDays, restoreDays, unlimited, leadDays: 1, pipelineDays: 1, need: 'critical', priority: 0 };
}

/** The draft; rows stand in the order given. */
export function draftOfReference({ products, enterprises, links, kinds, rules, steps }: ReferenceChain): ChainDraft {
  return {
    ...{ seed: 1, horizonDays: 2 * steps, rules, zones: ['all'], parks: ['all'], linkKinds: kinds },
    sectors: products.map((id, product) => ({ id, stage: 'plants', product, outside: false })),
    classes: products.map((id) => ({ id, tonnesPerYuan: 0 })),
    enterprises: draftEnterprises(enterprises),
    links: {
      supplier: Int32Array.from(links, ({ supplier }) => supplier),
      buyer: Int32Array.from(links, ({ buyer }) => buyer),
      flowYuan: Float64Array.from(links, ({ flowYuan }) => flowYuan),
      kind: Uint16Array.from(links, ({ kind }) => kind),
      corridor: new Int32Array(links.length).fill(-1),
      initialStockRatio: Float64Array.from(links, ({ stockRatio }) => stockRatio),
      initialBookDays: new Float64Array(links.length),
      initialPipelineRatio: Float64Array.from(links, ({ orderRatio }) => orderRatio),
    },
    ...{ corridors: [], roadFloors: [], hasOpeningDay: false, offlineShare: 0 },
    exporterTerms: { laneShares: [1], containerYuan: 1, containerFlowDays: 1, penaltyPerDay: 0 },
  };
}

function draftEnterprises(enterprises: readonly ReferenceEnterprise[]): ChainDraft['enterprises'] {
  const n = enterprises.length;
  const own = Int32Array.from({ length: n }, (_, row) => row);
  return {
    ids: enterprises.map(({ id }) => id),
    sector: Int32Array.from(enterprises, ({ product }) => product),
    zone: new Int32Array(n),
    park: new Int32Array(n),
    isNotable: new Uint8Array(n),
    finalDemandYuan: Float64Array.from(enterprises, ({ finalDemandYuan }) => finalDemandYuan),
    spareRatio: Float64Array.from(enterprises, ({ spareRatio }) => spareRatio),
    finishedDays: new Float64Array(n),
    capacityGroup: own,
    gateGroup: own,
    utilityGroup: own,
    demandGroup: own,
    finishedGroup: own,
    initialFinishedRatio: new Float64Array(n),
    initialBacklogDays: new Float64Array(n),
  };
}
