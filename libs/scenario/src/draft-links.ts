// Balanced links -> the draft's link columns: kind, corridor, and the state on the eve.
import type { LinkKind } from '#libs/model';
import type { Baseline, LinkTerms } from './balance';
import type { DraftLinks } from './draft';
import type { Crowd } from './populate';
import type { RoadMap } from './roads';
import type { ScenarioFile } from './scenario-file';

export interface DraftedLinks {
  readonly links: DraftLinks;
  readonly kinds: readonly LinkKind[];
}

/** @throws InputError SCN_LEAD_TOO_SHORT, SCN_LAPSE_BY_ROAD, SCN_RESTORE_TOO_SHORT */
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
  const sectorIds = Object.keys(file.spec.sectors);
  let at = 0;
  for (const { terms, suppliers, buyers, flows } of baseline.links) {
    checkTerms(file, terms);
    const kindByLead: number[] = [];
    for (let i = 0; i < suppliers.length; i++, at++) {
      const [supplier, buyer] = [suppliers[i], buyers[i]];
      links.supplier[at] = supplier;
      links.buyer[at] = buyer;
      links.flowYuan[at] = flows[i];
      if (!terms.isDirect) links.corridor[at] = roads.corridorOf(crowd.zone[supplier], crowd.zone[buyer]);
      const lead = terms.isDirect ? 1 : (terms.leadDays ?? roads.roadOf[links.corridor[at]].leadDays);
      links.kind[at] = kindByLead[lead] ??= kinds.of(terms, lead);
      links.initialStockRatio[at] = stockRatio(file, crowd, sectorIds, buyer, terms.isFromOutside);
      links.initialBookDays[at] = file.spec.initial?.bookDays[sectorIds[crowd.sector[supplier]]] ?? 0;
    }
  }
  return { links, kinds: kinds.kinds };
}

function checkTerms(file: ScenarioFile, { isDirect, leadDays, restoreDays, path }: LinkTerms): void {
  if (!isDirect && leadDays !== undefined && leadDays < 2) {
    throw file.error(
      'SCN_LEAD_TOO_SHORT',
      [...path, 'leadDays'],
      `${leadDays} day from consignment to use, by road.`,
      'Through logistics it takes 2 or more; set direct: true for 1.',
    );
  }
  if (isDirect && leadDays !== undefined && leadDays !== 1) {
    throw file.error(
      'SCN_LEAD_DIRECT',
      [...path, 'leadDays'],
      'a direct link takes 1 day.',
      'Drop leadDays, or direct.',
    );
  }
  if (!isDirect && file.spec.rules.unmet === 'lapse') {
    throw file.error(
      'SCN_LAPSE_BY_ROAD',
      ['rules', 'unmet'],
      'orders can lapse on direct links only.',
      'Use keep, or set direct: true on every purchase.',
    );
  }
  if (!isDirect && file.spec.rules.rhythm === 'two-day') {
    throw file.error(
      'SCN_RHYTHM_BY_ROAD',
      ['rules', 'rhythm'],
      'the two-day rhythm knows direct links only.',
      'Use daily, or set direct: true on every purchase.',
    );
  }
  if (restoreDays < 1 && file.spec.rules.orders.rule === 'plan') {
    throw file.error(
      'SCN_RESTORE_TOO_SHORT',
      [...path, 'restoreDays'],
      `orders that close a gap in ${restoreDays} days oscillate for ever.`,
      'The least valid value is 1; 6 is the default.',
    );
  }
}

function stockRatio(
  file: ScenarioFile,
  crowd: Crowd,
  sectorIds: readonly string[],
  buyer: number,
  isFromOutside: boolean,
): number {
  const own = crowd.stockRatio[buyer];
  if (!Number.isNaN(own)) return own;
  const { initial } = file.spec;
  if (!initial) return 1;
  return initial.stock[sectorIds[crowd.sector[buyer]]] ?? initial.stock[isFromOutside ? 'outside' : 'inside'] ?? 1;
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
