// Which route a path is of, before Nest looks: so that what is unknown, or asked by another method, is told as a problem.
import { ROUTES, type Route, type RouteName } from '#libs/api';

interface Pattern {
  readonly path: RegExp;
  readonly names: Map<string, RouteName>;
}

const patterns: Pattern[] = [];
for (const [name, { path, method }] of Object.entries(ROUTES) as [RouteName, Route][]) {
  const source = path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
  const regex = new RegExp(`^${source}$`);
  let pattern = patterns.find(({ path: { source: other } }) => other === regex.source);
  if (!pattern) patterns.push((pattern = { path: regex, names: new Map() }));
  pattern.names.set(method.toUpperCase(), name);
}

/** Methods by name for a path; undefined for a path of no route. A path without parameters goes before one with. */
export function methodsOf(path: string): ReadonlyMap<string, RouteName> | undefined {
  const found = patterns.filter((pattern) => pattern.path.test(path));
  if (found.length === 0) return undefined;
  return new Map([...found].reverse().flatMap(({ names }) => [...names]));
}
