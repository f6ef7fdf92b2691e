// The Inoue-Todo simulator's inputs.json: firms by sector, links, final demand, damage and the command line.
import { z } from 'zod';
import { fault } from './fault';
import type { Damage } from './inoue-recovery';

const amount = z.number().nonnegative();
const share = amount.max(1);
/** Firms, sectors and options are named by words or numbers. */
const name = z.union([z.string(), z.number()]).transform(String);

/** Other keys describe the case or, like `pini`, repeat what follows from these. */
export const inoueInputs = z.object({
  firms: z.record(z.string(), name),
  links_supplier_client_amount_per_day: z.array(z.tuple([name, name, z.number().positive()])),
  final_demand_per_day: z.record(z.string(), amount),
  delta_firm_share_startday: z
    .array(z.union([z.tuple([name, share]), z.tuple([name, share, z.number().int().nonnegative()])]))
    .default([]),
  args: z.array(name),
});

interface FirmLink {
  readonly supplier: number;
  readonly buyer: number;
  readonly flowYuan: number;
}

/** The same by rows: a firm's row is its place in `firms`. */
export interface FirmNetwork {
  readonly ids: readonly string[];
  readonly sectors: readonly string[];
  /** Position in `sectors`. */
  readonly sector: readonly number[];
  readonly links: readonly FirmLink[];
  readonly finalDemand: readonly number[];
  readonly baseOutput: readonly number[];
  /** Suppliers, then clients. */
  readonly neighbours: readonly (readonly number[])[];
  readonly damages: readonly Damage[];
}

/** @throws InputError when a name is unknown */
export function networkOf(folder: string, inputs: z.output<typeof inoueInputs>): FirmNetwork {
  const ids = Object.keys(inputs.firms);
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const at = (id: string): number => {
    const row = rowOf.get(id);
    if (row === undefined) throw fault('VAL_UNREADABLE', folder, `inputs.json: no firm "${id}" under firms.`);
    return row;
  };
  const links = inputs.links_supplier_client_amount_per_day.map(([supplier, buyer, flowYuan]) => ({
    ...{ supplier: at(supplier), buyer: at(buyer), flowYuan },
  }));
  Object.keys(inputs.final_demand_per_day).forEach(at);
  const finalDemand = ids.map((id) => inputs.final_demand_per_day[id] ?? 0);
  const baseOutput = [...finalDemand];
  const suppliers: number[][] = ids.map(() => []);
  const clients: number[][] = ids.map(() => []);
  for (const { supplier, buyer, flowYuan } of links) {
    baseOutput[supplier] += flowYuan;
    suppliers[buyer].push(supplier);
    clients[supplier].push(buyer);
  }
  const sectors = [...new Set(Object.values(inputs.firms))];
  // Of two damages of one firm the simulator keeps the last.
  const damages = new Map(
    inputs.delta_firm_share_startday.map(([id, lost, from]): [number, Damage] => {
      return [at(id), { firm: at(id), share: lost, fromStep: from ?? 0 }];
    }),
  );
  return {
    ...{ ids, sectors, links, finalDemand, baseOutput, damages: [...damages.values()] },
    sector: ids.map((id) => sectors.indexOf(inputs.firms[id])),
    neighbours: ids.map((_, row) => [...suppliers[row], ...clients[row]]),
  };
}
