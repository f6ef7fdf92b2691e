// A BoARIO folder as a case of ours: one enterprise per industry, limit by psi, stock pooled by product, orders `ario`,
// what is not served lapses. Overtime is off in the first two steps, as BoARIO leaves it out there. Delta and final
// demand are fed as printed.
import type { OvertimeRule, Rules } from '#libs/model';
import type { ExpectedRow, Phase, ValidationCase } from './case';
import { boarioInputs, coverDaysOf, restoreDaysOf, type BoarioInputs } from './boario-inputs';
import { boarioMeasures } from './boario-measures';
import { industryName, readTables } from './boario-tables';
import { draftOfReference, kindOf, type ReferenceEnterprise, type ReferenceLink } from './draft';
import { fault, notModelled } from './fault';
import { checked, readOutputs, type OutputRow } from './files';
import { pathOf } from './paths';

/** First step in which BoARIO moves overproduction. */
const OVERTIME_FROM = 2;

/** Reads a BoARIO case. @throws InputError when it cannot be read or asks for what is not modelled */
export function boarioCase(folder: string, raw: Record<string, unknown>): ValidationCase {
  const inputs = checked(folder, boarioInputs, raw);
  refuseRebuilding(folder, inputs);
  const industries = inputs.industries_order.map(([region, sector]) => industryName(region, sector));
  const rows = expectedRows(folder, inputs, industries, readOutputs(folder, ['region', 'sector', 'input']));
  const { flows, finalDemand, kinds } = economyOf(folder, inputs, industries);
  const phases = phasesOf(inputs.model);
  const products = inputs.products_order;
  const productOf = inputs.industries_order.map(([, sector]) => products.indexOf(sector));
  const enterprises = industries.map((id, row): ReferenceEnterprise => ({
    ...{ id, product: productOf[row], finalDemandYuan: finalDemand[row], spareRatio: inputs.model.alpha_base },
  }));
  const links = linksOf(flows, productOf);
  const measures = boarioMeasures({ alphaBase: inputs.model.alpha_base, kinds, base: inputs.X0_per_day });
  const path = { folder, rows, steps: inputs.steps, enterprises: industries };
  const delta = pathOf({ ...path, variable: 'delta' });
  const demand = rows.some(({ variable }) => variable === 'final_demand') ? pathOf({ ...path, variable: 'final_demand' }) : [];
  const { steps, title } = inputs;
  return {
    ...{ folder, title, steps, phases, measures },
    draft: draftOfReference({ products, enterprises, links, kinds, rules: phases[0].rules, steps }),
    capacityShare: delta.map((row) => row.map((share) => 1 - share)),
    demandShare: shareOfBase(folder, demand, finalDemand, steps),
    rows: rows.filter(({ variable }) => variable !== 'delta' && variable !== 'final_demand'),
  };
}
