// An Inoue-Todo folder as a case of ours: one enterprise per firm, hard limit, stock pooled by sector, orders
// `realised`, what is not served lapses. The path of delta is recomputed, because it is printed with 6 digits.
import type { Rules } from '#libs/model';
import { z } from 'zod';
import type { ExpectedRow, ValidationCase } from './case';
import { draftOfReference, kindOf, type ReferenceLink } from './draft';
import { fault } from './fault';
import { checked, readOutputs } from './files';
import { inoueMeasures } from './inoue-measures';
import { inoueOptions, type InoueOptions } from './inoue-options';
import { damagePath, type Damage } from './inoue-recovery';
import { inoueRows, startDaysOf, type FirmRows } from './inoue-rows';
import { constantPath } from './paths';

const amount = z.number().nonnegative();
const firm = z.string();

/** Other keys describe the case or, like `pini`, repeat what follows from these. */
const inoueInputs = z.object({
  title: z.string().default(''),
  firms: z.record(firm, z.union([z.number(), z.string()]).transform(String)),
  links_supplier_client_amount_per_day: z.array(z.tuple([firm, firm, z.number().positive()])),
  final_demand_per_day: z.record(firm, amount),
  delta_firm_share_startday: z
    .array(z.union([z.tuple([firm, amount.max(1)]), z.tuple([firm, amount.max(1), z.number().int().nonnegative()])]))
    .default([]),
  args: z.array(z.union([z.string(), z.number().transform(String)])),
});
type InoueInputs = z.output<typeof inoueInputs>;

/** Reads an Inoue-Todo case. @throws InputError when it cannot be read or asks for what is not modelled */
export function inoueCase(folder: string, raw: Record<string, unknown>): ValidationCase {
  const inputs = checked(folder, inoueInputs, raw);
  const options = inoueOptions(folder, inputs.args);
  const ids = Object.keys(inputs.firms);
  const at = placesByName(folder, ids);
  const links = linksOf(inputs, at);
  const rows = inoueRows(folder, { ids, links, steps: options.steps }, readOutputs(folder, ['firm', 'supplier']));
  const n = ids.length;
  const startDays = startDaysOf(folder, rows, options, ids, baseOutputs(n, ids, inputs, links));
  const damage = damagePath(damagesOf(inputs, at), options.recovery, neighboursOf(n, links), options.steps);
  return { ...{ folder, title: inputs.title, rows } } as never;
}
