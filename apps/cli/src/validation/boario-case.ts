// A BoARIO folder as a case of ours: one enterprise per industry, limit by psi, stock pooled by product, orders `ario`,
// what is not served lapses. Delta and final demand are fed as printed; overproduction at rest is spare capacity, so
// our overtime is BoARIO's over that, with its floor of 1.
import type { LinkKind, Rules } from '#libs/model';
import { boarioArithmetic } from './boario-arithmetic';
import { boarioInputs, coverDaysOf, restoreDaysOf, type BoarioInputs, type BoarioModel } from './boario-inputs';
import { boarioMeasures } from './boario-measures';
import { boarioRows, FED } from './boario-rows';
import { industryName, readTables } from './boario-tables';
import type { Phase, ValidationCase } from './case';
import { draftOfReference, kindOf, type ReferenceChain, type ReferenceLink } from './draft';
import { fault, notModelled } from './fault';
import { checked } from './files';
import { constantPath, overBase, pathOf } from './paths';

/** First step in which BoARIO moves overproduction. */
const OVERTIME_FROM = 2;

/** Reads a BoARIO case. @throws InputError when it cannot be read or asks for what is not modelled */
export function boarioCase(folder: string, raw: Record<string, unknown>): ValidationCase {
  const inputs = checked(folder, boarioInputs, raw);
  refuseEvents(folder, inputs);
  const { steps, model } = inputs;
  const enterprises = inputs.industries_order.map(([region, sector]) => industryName(region, sector));
  const rows = boarioRows(folder, steps, enterprises, inputs.products_order);
  const chain = chainOf(folder, inputs, enterprises);
  const source = { folder, rows, steps, enterprises };
  const finalDemand = Float64Array.from(chain.enterprises, ({ finalDemandYuan }) => finalDemandYuan);
  const hasDemandPath = rows.some(({ variable }) => variable === 'final_demand');
  const demandShare = hasDemandPath
    ? overBase(source, pathOf(source, 'final_demand'), finalDemand)
    : constantPath(steps, enterprises.length, 1);
  return {
    ...{ folder, steps, phases: phasesOf(chain.rules) },
    draft: draftOfReference(chain),
    capacityShare: pathOf(source, 'delta').map((values) => values.map((delta) => 1 - delta)),
    demandShare,
    arithmetic: boarioArithmetic(),
    measures: boarioMeasures({ alphaBase: model.alpha_base, industries: enterprises.length, kinds: chain.kinds }),
    rows: rows.filter(({ variable }) => !FED.has(variable)),
  };
}

/** Events that only take capacity are in delta; others add rebuilding demand. */
function refuseEvents(folder: string, { events }: BoarioInputs): void {
  const other = events?.find(({ event_type }) => event_type !== 'recovery' && !event_type.startsWith('arbitrary'));
  if (other) throw notModelled(folder, `rebuilding demand (BoARIO's event type "${other.event_type}")`);
}

function chainOf(folder: string, inputs: BoarioInputs, industries: readonly string[]): ReferenceChain {
  const { model, steps, products_order: products } = inputs;
  const tables = readTables(folder, industries);
  const perDay = (yearly: number): number => yearly / model.iotable_year_to_temporal_unit_factor;
  const product = inputs.industries_order.map(([, sector]) => products.indexOf(sector));
  const links: ReferenceLink[] = [];
  tables.flows.forEach((row, supplier) =>
    row.forEach((yearly, buyer) => {
      const flowYuan = perDay(yearly);
      const kind = product[supplier];
      if (yearly > 0) links.push({ supplier, buyer, flowYuan, kind, stockRatio: 1, orderRatio: 1 });
    }),
  );
  const enterprises = industries.map((id, row) => {
    const finalDemandYuan = perDay(tables.finalDemand[row]);
    const output = finalDemandYuan + tables.flows[row].reduce((sum, yearly) => sum + perDay(yearly), 0);
    if (!(Math.abs(output - inputs.X0_per_day[row]) <= 1e-9 * output)) {
      throw fault(
        'VAL_UNREADABLE',
        folder,
        `X0_per_day of ${id} is ${inputs.X0_per_day[row]}, by the tables it is ${output}.`,
      );
    }
    return { id, product: product[row], finalDemandYuan, spareRatio: model.alpha_base };
  });
  return { products, enterprises, links, kinds: kindsOf(folder, inputs), rules: rulesOf(model), steps };
}

function kindsOf(folder: string, inputs: BoarioInputs): LinkKind[] {
  const restoreDays = restoreDaysOf(inputs);
  return coverDaysOf(inputs).map((coverDays, product) => {
    const options = { coverDays, restoreDays: restoreDays[product] };
    if (!(coverDays > 0 && options.restoreDays > 0)) {
      const name = inputs.products_order[product];
      throw fault('VAL_UNREADABLE', folder, `inputs.json model: no inventory or restoration time of ${name}.`);
    }
    return coverDays === Infinity ? kindOf({ ...options, coverDays: 2, unlimited: true }) : kindOf(options);
  });
}

function rulesOf(model: BoarioModel): Rules {
  return {
    rhythm: 'two-day',
    unmetOrders: 'lapse',
    inputs: { rule: 'psi', psi: model.class === 'ARIOPsiModel' ? model.psi_param : 1 },
    rationing: { rule: 'proportional' },
    orders: { rule: 'ario', split: model.order_type === 'alt' ? 'by-capacity' : 'fixed' },
    overtime: {
      rule: 'ario',
      maxRatio: model.alpha_max / model.alpha_base,
      tauDays: model.alpha_tau,
      floorRatio: 1 / model.alpha_base,
    },
    ...{ finishedRestoreDays: 1, finishedMaxRatio: 1 },
  };
}

function phasesOf(rules: Rules): Phase[] {
  return [
    { fromStep: 0, rules: { ...rules, overtime: { rule: 'off' } } },
    { fromStep: OVERTIME_FROM, rules },
  ];
}
