// What milestones name: sectors and enterprises by their names, levers by what they act on.
import type { Language } from './words';

type Named = Readonly<
  Record<string, { readonly name?: { readonly en: string; readonly zh?: string | undefined } | undefined }>
>;
type Acting = Readonly<Record<string, { readonly acts: string }>>;

/** Names of sectors and named enterprises; others, and levers, are called by their id. */
export function namesIn(
  { sectors, enterprises }: { readonly sectors: Named; readonly enterprises: Named },
  language: Language,
): (id: string) => string {
  const named = new Map(
    Object.entries({ ...sectors, ...enterprises }).flatMap(([id, { name }]) =>
      name ? [[id, language === 'zh' ? (name.zh ?? name.en) : name.en] as const] : [],
    ),
  );
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
