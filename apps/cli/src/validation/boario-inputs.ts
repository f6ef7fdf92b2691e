// BoARIO's inputs.json: what each option of ARIOBaseModel and ARIOPsiModel (0.6.3) means for our mechanisms. An option
// that is not named here is refused.
import { z } from 'zod';

const positive = z.number().positive();
const days = z.number().nonnegative();
/** BoARIO takes psi as a number, or as text with an underscore for the point. */
const psi = z.union([
  positive,
  z
    .string()
    .regex(/^\d+[._]\d+$/)
    .transform((text) => Number(text.replace('_', '.'))),
]);
const infinite = z.union([z.null(), z.string().regex(/^inf(inity)?$/i)]).transform(() => Infinity);

const common = {
  order_type: z.enum(['alt', 'noalt']).default('alt'),
  alpha_base: positive.default(1),
  alpha_max: positive.default(1.25),
  alpha_tau: positive.default(365),
  main_inv_dur: days.default(90),
  inventory_dict: z.record(z.string(), z.union([days, infinite])).nullish(),
  infinite_inventories_sect: z.array(z.string()).nullish(),
  iotable_year_to_temporal_unit_factor: positive.default(365),
  temporal_units_by_step: z.literal(1).optional(),
  // Of no effect on what is compared: capital enters only through delta, which is fed; money has no unit here.
  rebuild_tau: z.number().optional(),
  monetary_factor: z.number().optional(),
  productive_capital_vector: z.unknown().optional(),
  productive_capital_to_VA_dict: z.unknown().optional(),
};

const model = z.discriminatedUnion('class', [
  z.strictObject({ class: z.literal('ARIOBaseModel'), ...common }),
  z.strictObject({
    class: z.literal('ARIOPsiModel'),
    ...common,
    psi_param: psi,
    inventory_restoration_tau: z.union([positive, z.record(z.string(), positive)]),
  }),
]);

/** Other keys describe the case (title, summary, ...) or repeat what the printed paths say (capacity_path, ...). */
export const boarioInputs = z
  .object({
    steps: z.number().int().positive(),
    driver: z.enum(['simulation', 'kernel']),
    model,
    events: z.array(z.looseObject({ event_type: z.string() })).nullish(),
    industries_order: z.array(z.tuple([z.string(), z.string()])).min(1),
    products_order: z.array(z.string()).min(1),
    X0_per_day: z.array(z.number().positive()),
  })
  .refine(
    ({ industries_order, products_order }) => industries_order.every(([, sector]) => products_order.includes(sector)),
    {
      path: ['industries_order'],
      error: 'names a sector that products_order lacks',
    },
  );

export type BoarioInputs = z.output<typeof boarioInputs>;
export type BoarioModel = BoarioInputs['model'];

/** Days of cover of each product: BoARIO's rule for which option wins, and its floor (1 day or less becomes 2). */
export function coverDaysOf({ model, products_order }: BoarioInputs): number[] {
  const { inventory_dict, infinite_inventories_sect, main_inv_dur } = model;
  const unlimited = new Set(infinite_inventories_sect ?? []);
  return products_order.map((product) => {
    const asked = inventory_dict ? inventory_dict[product] : main_inv_dur;
    const cover = unlimited.has(product) ? Infinity : asked;
    return cover <= 1 ? 2 : cover;
  });
}

/** Days in which a gap of each product's stock is ordered: at once without the option. */
export function restoreDaysOf({ model, products_order }: BoarioInputs): number[] {
  const tau = model.class === 'ARIOPsiModel' ? model.inventory_restoration_tau : 1;
  return products_order.map((product) => (typeof tau === 'number' ? tau : tau[product]));
}
