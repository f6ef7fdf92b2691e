// Parts of charts that several pages share.
export { dayAxis, tickDays, type DayAxis } from './day-axis';
export { DayTicks, Playhead, PlayheadDate } from './day-ticks';
export { onRecovery, recoveryFill, recoveryPalette, themeColour } from './recovery';
export { Band, Curve, RatioGrid, ratioScale, Ring, type RateKind, type RatioScale } from './curve';
export { Strip } from './strip';
export { labelWidth, spellsOf, type Spell } from './spells';
export { LossBar, type LossPart } from './loss-bar';
export { TableView, type TableShape } from './table-view';
export { Chart, useTable } from './chart';
export { Defined } from './defined';
export { useWidth } from './use-width';
