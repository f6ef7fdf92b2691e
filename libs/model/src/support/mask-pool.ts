// The mask pool: what suppliers and converted plants make comes in, what enterprises asked for yesterday goes out by rule:
// `need` in proportion to what was asked; `equal` the same for everybody, no more than asked; by electricity
// ("focusing on key points and differentiated allocation"): only to clients whose meter reads at least the threshold,
// each up to a cap, in proportion. e = e0 + (1 - e0) P/P0 of the day reported. What nobody may have stays in the pool.
import type { SupportLevers } from '../levers';
import type { MaskTerms } from './terms';
import type { SupportState } from './state';

export function allotMasks(state: SupportState, levers: SupportLevers): void {
  const { chain, maskPool, masksAsked, masksGranted, counts } = state;
  const { masks } = chain;
  if (!masks) return;
  maskPool[0] += levers.maskSupply;
  masksGranted.set(masksAsked);
  if (levers.isElectricityKey > 0) keepKeyClients(state, masks);
  const isByNeed = levers.isElectricityKey > 0 || masks.rule === 'need';
  const granted = isByNeed ? scaleTo(masksGranted, maskPool[0]) : shareEqually(masksGranted, maskPool[0]);
  maskPool[0] = Math.max(0, maskPool[0] - granted);
  counts.maskPool[0] = maskPool[0];
  counts.masksAllotted[0] = granted;
}

/** What an enterprise's meter reads against its base. */
export function electricityReading(idleRatio: number, outputRatio: number): number {
  return idleRatio + (1 - idleRatio) * Math.min(1, outputRatio);
}

function keepKeyClients({ chain, clients, outputYuan, masksGranted }: SupportState, masks: MaskTerms): void {
  const { baseOutputYuan } = chain.enterprises;
  for (let row = 0; row < clients.length; row++) {
    const reading = electricityReading(masks.idleRatio, outputYuan[row] / baseOutputYuan[clients[row]]);
    masksGranted[row] = reading >= masks.thresholdRatio ? Math.min(masksGranted[row], masks.capMasks) : 0;
  }
}

/** Cuts claims in proportion where they exceed the pool. @returns their sum */
function scaleTo(claims: Float64Array, pool: number): number {
  let sum = 0;
  for (let row = 0; row < claims.length; row++) sum += claims[row];
  if (sum <= pool) return sum;
  const ratio = pool / sum;
  for (let row = 0; row < claims.length; row++) claims[row] *= ratio;
  return pool;
}

/** Cuts claims to one common level. Each round settles at least one claim; 16 are enough for any pool worth sharing. */
function shareEqually(claims: Float64Array, pool: number): number {
  let level = 0;
  for (let round = 0; round < 16; round++) {
    let settled = 0;
    let open = 0;
    for (let row = 0; row < claims.length; row++) {
      if (claims[row] <= level) settled += claims[row];
      else open++;
    }
    const next = open > 0 ? (pool - settled) / open : level;
    if (!(next > level)) break;
    level = next;
  }
  let sum = 0;
  for (let row = 0; row < claims.length; row++) {
    if (claims[row] > level) claims[row] = level;
    sum += claims[row];
  }
  return Math.min(sum, pool);
}
