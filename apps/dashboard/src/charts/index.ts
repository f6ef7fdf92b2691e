// Parts of charts that several pages share.
export { dayAxis, tickDays, type DayAxis } from './day-axis';
export { DayTicks, Playhead, PlayheadDate } from './day-ticks';
export { recoveryFill, recoveryPalette } from './recovery';
export { Curve, RatioGrid, ratioScale, Ring, type RatioScale } from './curve';
export { Strip } from './strip';
export { labelWidth } from './spells';
export { LossBar, type LossPart } from './loss-bar';
export { type TableShape } from './table-view';
export { Chart } from './chart';
export { Defined } from './defined';
export { useWidth } from './use-width';
