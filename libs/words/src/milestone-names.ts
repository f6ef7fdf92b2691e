// What milestones name, in a language, and what levers act on.
import type { Language } from './words';

interface Words {
  readonly en: string;
  readonly zh?: string | undefined;
}
type Named = Readonly<Record<string, { readonly name?: Words | undefined }>>;
type Acting = Readonly<Record<string, { readonly acts: string }>>;

/** What of a scenario has names. */
interface NamedScenario {
  readonly sectors: Named;
  readonly enterprises: Named;
  readonly roads: Readonly<Record<string, unknown>>;
  readonly levers: Named;
  readonly curves: Named;
  readonly shocks: Named;
  readonly initial?: { readonly cause: Words } | undefined;
}

/** The shock that a start from another state than the baseline is. */
export const START = 'initial';

/** Names of what a scenario names, and of its start; all else is called by its id. */
export function namesIn(scenario: NamedScenario, language: Language): (id: string) => string {
  const { sectors, enterprises, roads, levers, curves, shocks, initial } = scenario;
  const said = ({ en, zh }: Words): string => (language === 'zh' ? (zh ?? en) : en);
  const under = (named: Named, path = ''): [string, string][] =>
    Object.entries(named).flatMap(([id, { name }]) => (name ? [[path + id, said(name)]] : []));
  const named = new Map([
    ...[...under(shocks), ...under(levers, 'levers.'), ...under(curves, 'curves.')],
    ...[...under(roads as Named), ...under(sectors), ...under(enterprises)],
    ...(initial ? [[START, said(initial.cause)] as const] : []),
  ]);
  return (id) => named.get(id) ?? id.replace(/^(levers|curves)\./, '');
}

/** What a lever or curve acts on, by its path. */
export function actsIn({
  levers,
  curves,
}: {
  readonly levers: Acting;
  readonly curves: Acting;
}): (path: string) => string | undefined {
  const acts = new Map<string, string>([
    ...Object.entries(levers).map(([id, { acts: act }]) => [`levers.${id}`, act] as const),
    ...Object.entries(curves).map(([id, { acts: act }]) => [`curves.${id}`, act] as const),
  ]);
  return (path) => acts.get(path);
}
