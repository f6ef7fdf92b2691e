// Balanced links -> the draft's link columns: kind, corridor, and the state on the eve.
import { firstSights, lookUp } from '#libs/kernel';
import type { LinkKind } from '#libs/model';
import type { Baseline } from './balance';
import type { LinkTerms } from './link-terms';
import type { DraftLinks } from './draft';
import type { Crowd } from './crowd';
import type { RoadMap } from './roads';
import type { ScenarioFile } from './scenario-file';

export interface DraftedLinks {
  readonly links: DraftLinks;
  readonly kinds: readonly LinkKind[];
}

/** The links of a baseline, run by run of the same terms. */
export function draftLinks(file: ScenarioFile, crowd: Crowd, baseline: Baseline, roads: RoadMap): DraftedLinks {
  const count = baseline.links.reduce((sum, { suppliers }) => sum + suppliers.length, 0);
  const links = {
    supplier: new Int32Array(count),
    buyer: new Int32Array(count),
    flowYuan: new Float64Array(count),
    kind: new Uint16Array(count),
    corridor: new Int32Array(count).fill(-1),
    initialStockRatio: new Float64Array(count),
    initialBookDays: new Float64Array(count),
    initialPipelineRatio: new Float64Array(count).fill(file.spec.initial?.pipeline ?? 1),
  };
  const kinds = new KindList();
  const bookDays = Float64Array.from(Object.keys(file.spec.sectors), (id) => file.spec.initial?.bookDays[id] ?? 0);
  let at = 0;
  for (const { terms, suppliers, buyers, flows } of baseline.links) {
    const end = at + suppliers.length;
    links.supplier.set(suppliers, at);
    links.buyer.set(buyers, at);
    links.flowYuan.set(flows, at);
    const corridor = links.corridor.subarray(at, end);
    if (!terms.isDirect) roads.fillCorridors(corridor, suppliers, buyers, crowd.zone);
    fillKinds(links.kind.subarray(at, end), corridor, terms, roads, kinds);
    const stockRatios = stockRatiosOf(file, terms.isFromOutside);
    fillStockRatios(links.initialStockRatio.subarray(at, end), buyers, crowd, stockRatios);
    fillBySector(links.initialBookDays.subarray(at, end), suppliers, crowd.sector, bookDays);
    at = end;
  }
  return { links, kinds: kinds.kinds };
}

// One small loop for each column: the engine compiles a small loop in no time, one large loop again and again.

function fillKinds(kind: Uint16Array, corridor: Int32Array, terms: LinkTerms, roads: RoadMap, kinds: KindList): void {
  if (terms.isDirect || terms.leadDays !== undefined) {
    if (kind.length > 0) kind.fill(kinds.of(terms, terms.isDirect ? 1 : (terms.leadDays ?? 1)));
    return;
  }
  const ofCorridor = new Int32Array(roads.corridors.length);
  for (const at of firstSights(corridor, ofCorridor.length))
    ofCorridor[at] = kinds.of(terms, roads.roadOf[at].leadDays);
  lookUp(kind, corridor, ofCorridor);
}

function fillStockRatios(
  ratio: Float64Array,
  buyers: Int32Array,
  { stockRatio, sector }: Crowd,
  ofSector: Float64Array,
): void {
  for (let i = 0; i < ratio.length; i++) {
    const own = stockRatio[buyers[i]];
    ratio[i] = Number.isNaN(own) ? ofSector[sector[buyers[i]]] : own;
  }
}

function fillBySector(column: Float64Array, rows: Int32Array, sector: Int32Array, ofSector: Float64Array): void {
  for (let i = 0; i < column.length; i++) column[i] = ofSector[sector[rows[i]]];
}

/** Stock on the eve over cover, by sector of the buyer. */
function stockRatiosOf(file: ScenarioFile, isFromOutside: boolean): Float64Array {
  const { initial, sectors } = file.spec;
  const otherwise = initial?.stock[isFromOutside ? 'outside' : 'inside'] ?? 1;
  return Float64Array.from(Object.keys(sectors), (id) => initial?.stock[id] ?? otherwise);
}

/** The distinct terms of links, numbered as they come. */
class KindList {
  readonly kinds: LinkKind[] = [];
  readonly #numbers = new Map<string, number>();

  of(terms: LinkTerms, leadDays: number): number {
    const key = `${terms.coverDays} ${terms.restoreDays} ${terms.priority} ${terms.need} ${leadDays} ${String(terms.isDirect)}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.kinds.length;
      this.#numbers.set(key, number);
      this.kinds.push({
        coverDays: terms.coverDays,
        leadDays,
        pipelineDays: terms.isDirect ? 1 : leadDays,
        restoreDays: terms.restoreDays,
        need: terms.need,
        unlimited: false,
        priority: terms.priority,
      });
    }
    return number;
  }
}
