export * from './common';
export * from './scenarios';
export * from './runs';
export * from './days';
export * from './enterprises';
export * from './questions';
export * from './live';
export { ROUTES, type Route, type RouteName } from './routes';
export { COUNTY_ENTERPRISES, COUNTY_LINKS, COUNTY_SCENARIO } from './county-template';
