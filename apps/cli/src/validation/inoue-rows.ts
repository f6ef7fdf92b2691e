// The Inoue-Todo simulator's printed rows by our subjects, and the stock at the start where it was drawn.
import type { ExpectedRow } from './case';
import { fault } from './fault';
import { readOutputs } from './files';
import type { FirmNetwork } from './inoue-inputs';
import type { InoueOptions } from './inoue-options';

/** All rows of steps 0 .. steps - 1. A delivery is about its link, from `supplier` to `firm`. */
export function inoueRows(folder: string, steps: number, { ids, links }: FirmNetwork): ExpectedRow[] {
  const rowOf = new Map([['', -1], ...ids.map((id, row): [string, number] => [id, row])] as [string, number][]);
  const pair = (supplier: number, buyer: number): number => supplier * ids.length + buyer;
  const linkOf = new Map(links.map(({ supplier, buyer }, link) => [pair(supplier, buyer), link]));
  return readOutputs(folder, ['firm', 'supplier']).map(({ step, variable, key, value }) => {
    const [firm, supplier] = key;
    const enterprise = rowOf.get(firm);
    const other = supplier === '' ? -1 : linkOf.get(pair(rowOf.get(supplier) ?? -1, enterprise ?? -1));
    const label = supplier === '' ? firm : `${firm} from ${supplier}`;
    if (enterprise === undefined || other === undefined || !(step >= 0 && step < steps)) {
      throw fault('VAL_UNREADABLE', folder, `the outputs name ${label} in step ${step}, which inputs.json does not.`);
    }
    return { step, variable, enterprise, other, value, label };
  });
}

/**
 * Days of stock with which each firm enters step 0. Where the simulator has drawn them, its draws are not printed; but
 * the input limit of step 0 is that stock over use, a whole number of days of base output.
 */
export function startDaysOf(
  folder: string,
  { drawn, coverDays }: InoueOptions,
  { ids, baseOutput }: FirmNetwork,
  rows: readonly ExpectedRow[],
): number[] {
  if (drawn === 'none') return ids.map(() => coverDays);
  const days = ids.map(() => NaN);
  for (const { step, variable, enterprise, value } of rows) {
    if (step === 0 && variable === 'supply_limited') days[enterprise] = Math.round(value / baseOutput[enterprise]);
  }
  const missing = days.findIndex((value) => !(value > 0));
  if (missing >= 0) {
    throw fault('VAL_UNREADABLE', folder, `the outputs do not tell the stock that ${ids[missing]} starts with.`);
  }
  return days;
}
