export type { Brand } from './brand';
export { asDay, type Day } from './day';
export { STAGES, CHANNELS, stageIndex, type StageName, type Receiver, type Channel, type Source } from './stages';
export { InputError, formatFault, type InputFault, type Place } from './input-error';
export { BINDING_CONSTRAINTS, type BindingConstraint } from './constraints';
export { LOSS_CAUSES, type LossCause } from './loss-causes';
export { milestoneSchema, MILESTONE_TYPES, type Milestone, type MilestoneType } from './milestones';
