// An Inoue-Todo folder as a case of ours: one enterprise per firm, hard limit, stock pooled by sector, orders
// `realised`, what is not served lapses. The path of delta is recomputed, because it is printed with 6 digits.
import type { Rules } from '#libs/model';
import type { ValidationCase } from './case';
import { draftOfReference, kindOf, type ReferenceChain } from './draft';
import { checked } from './files';
import { inoueInputs, networkOf, type FirmNetwork } from './inoue-inputs';
import { inoueMeasures } from './inoue-measures';
import { inoueOptions, type InoueOptions } from './inoue-options';
import { damagePath } from './inoue-recovery';
import { inoueRows, startDaysOf } from './inoue-rows';
import { constantPath } from './paths';

/** Reads an Inoue-Todo case. @throws InputError when it cannot be read or asks for what is not modelled */
export function inoueCase(folder: string, raw: Record<string, unknown>): ValidationCase {
  const inputs = checked(folder, inoueInputs, raw);
  const options = inoueOptions(folder, inputs.args);
  const network = networkOf(folder, inputs);
  const { steps } = options;
  const rows = inoueRows(folder, steps, network);
  const startDays = startDaysOf(folder, options, network, rows);
  const damage = damagePath(network.damages, options.recovery, network.neighbours, steps);
  const chain = chainOf(options, network, startDays);
  return {
    ...{ folder, steps, rows, phases: [{ fromStep: 0, rules: chain.rules }] },
    draft: draftOfReference(chain),
    capacityShare: damage.limiting.map((values) => values.map((delta) => 1 - delta)),
    demandShare: constantPath(steps, network.ids.length, 1),
    measures: inoueMeasures({ startDays, network, damage }),
  };
}

function chainOf(options: InoueOptions, network: FirmNetwork, startDays: readonly number[]): ReferenceChain {
  const { ids, sectors, sector, finalDemand, links } = network;
  const { steps, restoreDays, drawn, coverDays, orders } = options;
  const keepsUse = orders.rule === 'realised' && orders.gap === 'positive';
  // Cover is the buyer's: one kind of link for each.
  const aims = startDays.map((days) => (drawn === 'aim' ? days : coverDays));
  const firmLinks = links.map((link) => {
    const [start, aim] = [startDays[link.buyer], aims[link.buyer]];
    // The simulator orders in step 0 already, for a gap between the stock it starts with and the one it aims at.
    const orderRatio = Math.max(0, 1 + (aim - start) / restoreDays);
    return {
      ...link,
      kind: link.buyer,
      stockRatio: start / aim,
      orderRatio: keepsUse ? Math.max(1, orderRatio) : orderRatio,
    };
  });
  return {
    ...{ steps, products: sectors, rules: rulesOf(options) },
    enterprises: ids.map((id, row) => ({ id, product: sector[row], finalDemandYuan: finalDemand[row], spareRatio: 1 })),
    links: firmLinks,
    kinds: aims.map((days) => kindOf({ coverDays: days, restoreDays })),
  };
}

function rulesOf({ orders, rationing }: InoueOptions): Rules {
  return {
    rhythm: 'two-day',
    unmetOrders: 'lapse',
    inputs: { rule: 'hard', negligibleRatio: 0 },
    ...{ rationing, orders },
    overtime: { rule: 'off' },
    ...{ finishedRestoreDays: 1, finishedMaxRatio: 1 },
  };
}
