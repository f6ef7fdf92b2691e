// BoARIO's printed rows by our subjects, and which of them are fed instead of compared.
import type { ExpectedRow } from './case';
import { fault, notModelled } from './fault';
import { readOutputs } from './files';
import { industryName } from './boario-tables';

/** Exogenous paths: the case goes by them. */
export const FED: ReadonlySet<string> = new Set(['delta', 'final_demand']);

/** All rows of steps 0 .. steps - 1, but those that say there was no rebuilding demand. */
export function boarioRows(
  folder: string,
  steps: number,
  industries: readonly string[],
  products: readonly string[],
): ExpectedRow[] {
  const industryOf = new Map(industries.map((name, row) => [name, row]));
  const productOf = new Map(products.map((name, product) => [name, product]));
  return readOutputs(folder, ['region', 'sector', 'input']).flatMap(({ step, variable, key, value }) => {
    const [region, sector, input] = key;
    const label = input === '' ? industryName(region, sector) : `${industryName(region, sector)} of ${input}`;
    const enterprise = industryOf.get(industryName(region, sector));
    const other = input === '' ? -1 : productOf.get(input);
    if (enterprise === undefined || other === undefined || !(step >= 0 && step < steps)) {
      throw fault('VAL_UNREADABLE', folder, `the outputs name ${label} in step ${step}, which inputs.json does not.`);
    }
    if (variable !== 'rebuild_demand_tot') return [{ step, variable, enterprise, other, value, label }];
    if (value === 0) return [];
    throw notModelled(folder, `rebuilding demand (BoARIO has ${value} of it at ${label} after step ${step})`);
  });
}
