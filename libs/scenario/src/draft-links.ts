// Balanced links -> the draft's link columns: kind, corridor, and the state on the eve.
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
  const bookDays = Object.keys(file.spec.sectors).map((id) => file.spec.initial?.bookDays[id] ?? 0);
  let at = 0;
  for (const { terms, suppliers, buyers, flows } of baseline.links) {
    const kindByLead: number[] = [];
    const stockRatios = stockRatiosOf(file, terms.isFromOutside);
    for (let i = 0; i < suppliers.length; i++, at++) {
      const supplier = suppliers[i];
      const buyer = buyers[i];
      links.supplier[at] = supplier;
      links.buyer[at] = buyer;
      links.flowYuan[at] = flows[i];
      if (!terms.isDirect) links.corridor[at] = roads.corridorOf(crowd.zone[supplier], crowd.zone[buyer]);
      const lead = terms.isDirect ? 1 : (terms.leadDays ?? roads.roadOf[links.corridor[at]].leadDays);
      links.kind[at] = kindByLead[lead] ??= kinds.of(terms, lead);
      const own = crowd.stockRatio[buyer];
      links.initialStockRatio[at] = Number.isNaN(own) ? stockRatios[crowd.sector[buyer]] : own;
      links.initialBookDays[at] = bookDays[crowd.sector[supplier]];
    }
  }
  return { links, kinds: kinds.kinds };
}

/** Stock on the eve over cover, by sector of the buyer. */
function stockRatiosOf(file: ScenarioFile, isFromOutside: boolean): number[] {
  const { initial, sectors } = file.spec;
  const otherwise = initial?.stock[isFromOutside ? 'outside' : 'inside'] ?? 1;
  return Object.keys(sectors).map((id) => initial?.stock[id] ?? otherwise);
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
