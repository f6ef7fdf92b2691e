// What rates are told of: the chain, each sector and each zone. Sellers outside count in none.
import type { Chain } from '#libs/model';

export interface Scopes {
  readonly sectorCount: number;
  readonly zoneCount: number;
  /** Enterprises that count, in runs of one sector and zone: the chain is sorted by both. */
  readonly runs: readonly ScopeRun[];
  /** Enterprises, base output, value added and base final demand of each sector, each zone and, last, the chain. */
  readonly count: Float64Array;
  readonly outputYuan: Float64Array;
  readonly valueAddedYuan: Float64Array;
  readonly finalYuan: Float64Array;
}

/** The enterprises [first, end). */
export interface ScopeRun {
  readonly first: number;
  readonly end: number;
  /** Rows of its two scopes. */
  readonly sector: number;
  readonly zone: number;
}

/** Row of a scope: sectors first, then zones, then the chain. */
export function chainScope({ sectorCount, zoneCount }: Scopes): number {
  return sectorCount + zoneCount;
}

export function scopesOf(chain: Chain): Scopes {
  const { enterprises, sectors, zones } = chain;
  const rows = sectors.length + zones.length + 1;
  const scopes = {
    sectorCount: sectors.length,
    zoneCount: zones.length,
    runs: runsOf(chain).filter(({ sector }) => !sectors[sector].outside),
    count: new Float64Array(rows),
    outputYuan: new Float64Array(rows),
    valueAddedYuan: new Float64Array(rows),
    finalYuan: new Float64Array(rows),
  };
  for (const { first, end, sector, zone } of scopes.runs) {
    let output = 0;
    let valueAdded = 0;
    let final = 0;
    for (let i = first; i < end; i++) {
      output += enterprises.baseOutputYuan[i];
      valueAdded += enterprises.valueAddedYuan[i];
      final += enterprises.finalDemandYuan[i];
    }
    for (const scope of [sector, zone, rows - 1]) {
      scopes.count[scope] += end - first;
      scopes.outputYuan[scope] += output;
      scopes.valueAddedYuan[scope] += valueAdded;
      scopes.finalYuan[scope] += final;
    }
  }
  return scopes;
}

function runsOf({ enterprises, sectors }: Chain): ScopeRun[] {
  const { sector, zone, count } = enterprises;
  const runs: ScopeRun[] = [];
  let first = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && sector[i] === sector[first] && zone[i] === zone[first]) continue;
    runs.push({ first, end: i, sector: sector[first], zone: sectors.length + zone[first] });
    first = i;
  }
  return runs;
}
