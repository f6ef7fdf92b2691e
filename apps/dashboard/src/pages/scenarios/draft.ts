// The text and tables that are being worked on, kept for this tab until they are kept for good: a reload shows the same.
import { COUNTY_ENTERPRISES, COUNTY_LINKS, COUNTY_SCENARIO, type Scenario, type ScenarioTextsBody } from '#libs/api';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../api/queries';

/** The choice of a county of one's own: no id of a scenario can be this. */
export const COUNTY = '.county';

export type Tables = ScenarioTextsBody['tables'];

export interface Draft {
  readonly id: string;
  /** What it was made from; undefined for a county that is new. */
  readonly source: Scenario | undefined;
  readonly text: string;
  readonly tables: Tables;
  readonly isChanged: boolean;
  readonly setText: (text: string) => void;
  readonly setTables: (tables: Tables) => void;
  /** Back to what it was made from. */
  readonly revert: () => void;
}

interface Worked {
  readonly id: string;
  readonly text: string;
  readonly tables: Tables;
}

const TEMPLATE: Worked = {
  id: COUNTY,
  text: COUNTY_SCENARIO,
  tables: [
    { name: 'enterprises.csv', text: COUNTY_ENTERPRISES },
    { name: 'links.csv', text: COUNTY_LINKS },
  ],
};

/** Undefined while it is loaded. The id stays for as long as the component that asks. */
export function useDraft(id: string): { readonly draft: Draft | undefined; readonly error: Error | null } {
  const isCounty = id === COUNTY;
  const { data: source, error } = useAnswer('readScenario', { params: { id } }, { enabled: !isCounty });
  const [worked, setWorked] = useState<Worked | undefined>(() => keptOf(id));
  useEffect(() => {
    if (worked) keep(worked);
  }, [worked]);
  const origin: Worked | undefined = isCounty ? TEMPLATE : source && { id, text: source.text, tables: source.tables };
  if (!origin) return { draft: undefined, error };
  const now = worked ?? origin;
  const isChanged = now.text !== origin.text || !sameTables(now.tables, origin.tables);
  const draft: Draft = {
    ...{ id, source: isCounty ? undefined : source, text: now.text, tables: now.tables, isChanged },
    setText: (text) => setWorked({ ...now, text }),
    setTables: (tables) => setWorked({ ...now, tables }),
    revert: () => {
      forget(id);
      setWorked(undefined);
    },
  };
  return { draft, error: null };
}

/** What is kept and unchanged has been compiled before. */
export function isKnownValid({ source, isChanged }: Draft): boolean {
  return !isChanged && typeof source?.enterprises === 'number';
}

const nameOf = (id: string): string => `scenario ${id}`;

function keptOf(id: string): Worked | undefined {
  try {
    const text = sessionStorage.getItem(nameOf(id));
    return text === null ? undefined : (JSON.parse(text) as Worked);
  } catch {
    return undefined;
  }
}

function keep(worked: Worked): void {
  try {
    sessionStorage.setItem(nameOf(worked.id), JSON.stringify(worked));
  } catch {
    // A browser keeps some megabytes; larger tables last as long as the page.
  }
}

/** What was worked on is kept elsewhere now, or no longer wanted. */
export function forget(id: string): void {
  sessionStorage.removeItem(nameOf(id));
}

function sameTables(one: Tables, other: Tables): boolean {
  return (
    one.length === other.length &&
    one.every((table, at) => table.text === other[at].text && table.name === other[at].name)
  );
}
