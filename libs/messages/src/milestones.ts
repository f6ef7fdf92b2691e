// Single things worth telling, each with the ids of its causes. Facts, past tense, one closed union.
import { z } from 'zod';
import { LOSS_CAUSES } from './loss-causes';

const common = {
  id: z.string(),
  day: z.number().int().min(-1),
  causes: z.array(z.string()),
};
const sector = z.string();
/** A sector; null on the roads. */
const where = z.string().nullable();
const cause = z.enum(LOSS_CAUSES);
/** The root cause with the day's largest attributed loss, and its share in it. */
const bottleneck = { sector: where, cause, share: z.number() };

/** Every milestone, as it stands in `milestones.jsonl` (inside a CloudEvents 1.0 envelope) and on the wire. */
export const milestoneSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ShockBegan'), ...common, shock: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('ShockEnded'), ...common, shock: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('LeverPulled'), ...common, lever: z.string(), value: z.number() }),
  z.strictObject({ type: z.literal('SectorResumed'), ...common, sector, share: z.number(), capacity: z.number() }),
  z.strictObject({
    type: z.literal('ShortageReachedSector'),
    ...common,
    sector,
    throughput: z.number(),
    from: z.string(),
  }),
  z.strictObject({
    type: z.literal('ShortageLeftSector'),
    ...common,
    sector,
    afterDays: z.number(),
    depth: z.number(),
  }),
  z.strictObject({ type: z.literal('MarketOpened'), ...common, shopsOpen: z.number(), share: z.number() }),
  z.strictObject({ type: z.literal('EnterpriseResumed'), ...common, enterprise: z.string(), sector }),
  z.strictObject({ type: z.literal('FirstContainerLeft'), ...common, enterprise: z.string(), containers: z.number() }),
  z.strictObject({ type: z.literal('StaffReturned'), ...common, sector, heads: z.number(), share: z.number() }),
  z.strictObject({ type: z.literal('SeatsTaken'), ...common, way: z.enum(['train', 'charter']), heads: z.number() }),
  z.strictObject({ type: z.literal('MasksAllotted'), ...common, masks: z.number(), overDays: z.number() }),
  z.strictObject({ type: z.literal('PlaceClosed'), ...common, place: z.string(), days: z.number() }),
  z.strictObject({ type: z.literal('PlaceReopened'), ...common, place: z.string() }),
  z.strictObject({
    type: z.literal('PassGranted'),
    ...common,
    road: z.string(),
    passes: z.number(),
    holders: z.number(),
  }),
  z.strictObject({ type: z.literal('BottleneckOpened'), ...common, ...bottleneck }),
  z.strictObject({ type: z.literal('BottleneckMoved'), ...common, ...bottleneck, fromSector: where, fromCause: cause }),
  z.strictObject({ type: z.literal('BottleneckCleared'), ...common, sector: where, cause, afterDays: z.number() }),
  z.strictObject({ type: z.literal('ContractLate'), ...common, enterprise: z.string(), overdueYuan: z.number() }),
  z.strictObject({
    type: z.literal('ContractCancelled'),
    ...common,
    enterprise: z.string(),
    cancelledYuan: z.number(),
  }),
]);

export type Milestone = z.infer<typeof milestoneSchema>;
export type MilestoneType = Milestone['type'];

export const MILESTONE_TYPES: readonly MilestoneType[] = milestoneSchema.options.map(({ shape }) => shape.type.value);
