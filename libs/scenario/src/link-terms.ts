// Terms of a run of links: those of the purchase or the row of links.csv, the rest from `buying`, the rest by default.
// What the latencies of the model cannot carry is refused here (docs/MODEL.md, section 0).
import type { InputError } from '#libs/messages';
import type { LinkRow } from './csv';
import type { ScenarioFile } from './scenario-file';
import type { BuyingTerms, SellerSpec } from './schema/sectors';

/** One rule: a sector buys a product from a sector. */
export interface Purchase {
  readonly product: string;
  readonly sellerId: string;
  readonly seller: SellerSpec;
  /** Yuan bought per yuan of output. */
  readonly share: number;
}

export interface LinkTerms {
  readonly coverDays: number;
  readonly restoreDays: number;
  readonly priority: number;
  readonly need: 'critical' | 'important' | 'none';
  readonly isDirect: boolean;
  /** Only where it is given; the road's otherwise. */
  readonly leadDays: number | undefined;
  readonly isFromOutside: boolean;
}

/** An error about one of the terms, where it is written. */
type TermFault = (code: string, key: 'leadDays' | 'restoreDays', reason: string, mend: string) => InputError;

const DEFAULT_TERMS = { coverDays: 12, restoreDays: 6, priority: 2, need: 'critical' } as const;

/** @throws InputError SCN_LEAD_TOO_SHORT, SCN_LEAD_DIRECT, SCN_LAPSE_BY_ROAD, SCN_RHYTHM_BY_ROAD, SCN_RESTORE_TOO_SHORT */
export function termsOfPurchase(
  file: ScenarioFile,
  sectorId: string,
  { product, sellerId, seller }: Purchase,
): LinkTerms {
  const path = ['sectors', sectorId, 'buys', product, 'from', sellerId];
  const terms = { ...filled(file, sellerId, seller), isDirect: seller.direct, leadDays: seller.leadDays };
  const fault: TermFault = (code, key, reason, mend) => {
    const isDefault = seller[key] === undefined;
    return file.error(code, isDefault ? ['buying', sideOf(file, sellerId), key] : [...path, key], reason, mend);
  };
  checkTerms(file, terms, fault);
  return terms;
}

/** @throws InputError as above, in the row */
export function termsOfRow(file: ScenarioFile, sellerId: string, row: LinkRow, isOwnUse: boolean): LinkTerms {
  const terms = { ...filled(file, sellerId, row), isDirect: row.isDirect || isOwnUse, leadDays: row.leadDays };
  const fault: TermFault = (code, key, reason, mend) => {
    const isDefault = key === 'restoreDays' && row.restoreDays === undefined;
    return isDefault
      ? file.error(code, ['buying', sideOf(file, sellerId), key], reason, mend)
      : row.error(code, key, reason, mend);
  };
  checkTerms(file, terms, fault);
  return terms;
}

function sideOf(file: ScenarioFile, sellerId: string): 'inside' | 'outside' {
  return file.spec.sectors[sellerId].outside ? 'outside' : 'inside';
}

/** Cover that a purchase from that sector aims at. */
export function coverDaysOf(file: ScenarioFile, sellerId: string, own: BuyingTerms): number {
  return own.coverDays ?? file.spec.buying[sideOf(file, sellerId)].coverDays ?? DEFAULT_TERMS.coverDays;
}

type Filled = Pick<LinkTerms, 'coverDays' | 'restoreDays' | 'priority' | 'need' | 'isFromOutside'>;

function filled(file: ScenarioFile, sellerId: string, own: BuyingTerms): Filled {
  const defaults = file.spec.buying[sideOf(file, sellerId)];
  return {
    coverDays: coverDaysOf(file, sellerId, own),
    restoreDays: own.restoreDays ?? defaults.restoreDays ?? DEFAULT_TERMS.restoreDays,
    priority: own.priority ?? defaults.priority ?? DEFAULT_TERMS.priority,
    need: own.need ?? defaults.need ?? DEFAULT_TERMS.need,
    isFromOutside: file.spec.sectors[sellerId].outside,
  };
}

type Checked = Pick<LinkTerms, 'isDirect' | 'leadDays' | 'restoreDays'>;

function checkTerms(file: ScenarioFile, { isDirect, leadDays, restoreDays }: Checked, fault: TermFault): void {
  const { rules } = file.spec;
  if (!isDirect && leadDays !== undefined && leadDays < 2) {
    const reason = `${leadDays} day from consignment to use, by road.`;
    throw fault('SCN_LEAD_TOO_SHORT', 'leadDays', reason, 'The least valid value is 2; direct: true takes 1.');
  }
  if (isDirect && leadDays !== undefined && leadDays !== 1) {
    throw fault('SCN_LEAD_DIRECT', 'leadDays', 'a direct link takes 1 day.', 'Drop leadDays, or direct.');
  }
  if (!isDirect && rules.unmet === 'lapse') {
    const mend = 'Use keep, or set direct: true on every purchase.';
    throw file.error('SCN_LAPSE_BY_ROAD', ['rules', 'unmet'], 'orders can lapse on direct links only.', mend);
  }
  if (!isDirect && rules.rhythm === 'two-day') {
    const mend = 'Use daily, or set direct: true on every purchase.';
    throw file.error('SCN_RHYTHM_BY_ROAD', ['rules', 'rhythm'], 'the two-day rhythm knows direct links only.', mend);
  }
  if (restoreDays < 1 && rules.orders.rule === 'plan') {
    const reason = `orders that close a gap in ${restoreDays} days oscillate for ever.`;
    throw fault('SCN_RESTORE_TOO_SHORT', 'restoreDays', reason, 'The least valid value is 1; 6 is the default.');
  }
}
