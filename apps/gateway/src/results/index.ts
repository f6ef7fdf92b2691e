export type { MetricsFile } from './metrics';
export { Results, type ResultsOptions } from './results';
