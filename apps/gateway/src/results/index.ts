export { Results, type ResultsOptions } from './results';
