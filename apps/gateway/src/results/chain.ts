// What does not change from day to day: sectors and what they are worth, flows between them, and what was observed.
import type { Chain, Field, Name } from '#libs/api';
import { observed } from '#libs/analysis';
import type { RunBook } from './run-books';

export function chainOf({ compiled, scopes }: RunBook): Chain {
  const { chain, spec, observations } = compiled;
  const { enterprises, links, sectors, zones } = chain;
  return {
    enterprises: enterprises.count,
    links: links.count,
    sectors: sectors.flatMap(({ id, stage, outside }, at) =>
      outside
        ? []
        : [
            {
              ...{ id, name: nameOf(spec, id), stage, enterprises: scopes.count[at], baseYuan: scopes.outputYuan[at] },
              ...{ baseValueAddedYuan: scopes.valueAddedYuan[at], baseFinalYuan: scopes.finalYuan[at] },
            },
          ],
    ),
    outside: sectors.flatMap(({ id, outside }, at) =>
      outside ? [{ id, name: nameOf(spec, id), baseYuan: baseOf(compiled.chain, at) }] : [],
    ),
    flows: flowsOf(compiled.chain),
    // Sellers outside count in no zone.
    zones: zones.filter((_, zone) => scopes.count[scopes.sectorCount + zone] > 0),
    observations: observations.map((one) => ({ ...observed(one), source: one.source ?? null })),
  };
}

export function fieldOf({ compiled: { chain, spec } }: RunBook): Field {
  const { sector, count } = chain.enterprises;
  const groups: Field['groups'] = [];
  for (let row = 0; row < count; row++) {
    const last = groups.at(-1);
    const { id } = chain.sectors[sector[row]];
    if (last?.sector === id) last.count++;
    else groups.push({ sector: id, name: nameOf(spec, id), first: row, count: 1 });
  }
  return { count, groups };
}

function nameOf({ sectors }: RunBook['compiled']['spec'], id: string): Name {
  return sectors[id].name ?? { en: id };
}

type Columns = RunBook['compiled']['chain'];

function baseOf({ enterprises: { sector, baseOutputYuan, count } }: Columns, at: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) if (sector[i] === at) sum += baseOutputYuan[i];
  return sum;
}

/** Links added up by pair of sectors; days weigh by value. */
function flowsOf({ enterprises: { sector }, links, linkKinds, sectors }: Columns): Chain['flows'] {
  const n = sectors.length;
  const yuan = new Float64Array(n * n);
  const yuanDays = new Float64Array(n * n);
  for (let link = 0; link < links.count; link++) {
    const pair = sector[links.supplier[link]] * n + sector[links.buyer[link]];
    yuan[pair] += links.flowYuan[link];
    yuanDays[pair] += links.flowYuan[link] * linkKinds[links.kind[link]].leadDays;
  }
  return Array.from(yuan.keys())
    .filter((pair) => yuan[pair] > 0)
    .map((pair) => ({
      from: sectors[Math.floor(pair / n)].id,
      to: sectors[pair % n].id,
      baseYuan: yuan[pair],
      days: Math.round(yuanDays[pair] / yuan[pair]),
    }));
}
