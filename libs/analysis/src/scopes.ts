// What rates are told of: the chain, each sector and each zone. Sellers outside count in none.
import type { Chain } from '#libs/model';

export interface Scopes {
  readonly sectorCount: number;
  readonly zoneCount: number;
  /** 1 where the enterprise counts. */
  readonly isInside: Uint8Array;
  /** Enterprises, base output, value added and base final demand of each sector, each zone and, last, the chain. */
  readonly count: Float64Array;
  readonly outputYuan: Float64Array;
  readonly valueAddedYuan: Float64Array;
  readonly finalYuan: Float64Array;
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
    isInside: Uint8Array.from(enterprises.sector, (sector) => (sectors[sector].outside ? 0 : 1)),
    count: new Float64Array(rows),
    outputYuan: new Float64Array(rows),
    valueAddedYuan: new Float64Array(rows),
    finalYuan: new Float64Array(rows),
  };
  for (let i = 0; i < enterprises.count; i++) {
    if (!scopes.isInside[i]) continue;
    for (const scope of [enterprises.sector[i], sectors.length + enterprises.zone[i], rows - 1]) {
      scopes.count[scope]++;
      scopes.outputYuan[scope] += enterprises.baseOutputYuan[i];
      scopes.valueAddedYuan[scope] += enterprises.valueAddedYuan[i];
      scopes.finalYuan[scope] += enterprises.finalDemandYuan[i];
    }
  }
  return scopes;
}
