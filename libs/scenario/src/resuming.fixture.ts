// A small county that comes back to work: every mechanism of the resumption, each lever once.
export const RESUMING = `resumption: 1
id: resuming
name: { en: Resuming }
start: 2020-02-01
days: 60
seed: 5
products:
  grey: { yuanPerTonne: 40000 }
  cloth: { yuanPerTonne: 40000 }
parks: { count: 4 }
workers:
  origins:
    local: { ownWay: 0.6 }
    outside: { ownWay: 0.05, quarantineDays: 7, seats: true, importRisk: 0.0001 }
    high-risk: { ownWay: 0.05, quarantineDays: 14, released: 2020-03-25, importRisk: 0.01 }
  seatFill: 0.65
  pooledFill: 0.9
  mixSpread: 0.15
gates: {}
masks: { perWorkerDay: 2, kitDays: 3, rule: equal, electricity: { threshold: 0.7, capPerDay: 200 } }
risk: { density: 0.0001, crowd: 0.001 }
sectors:
  weaving:
    stage: plants
    product: grey
    baseYuanPerDay: 60000
    populations:
      mill: { count: 400, staff: 120, sigma: 0.5, origins: { local: 0.5, outside: 0.4, high-risk: 0.1 }, stayed: 0.2, checklist: { from: 2020-02-10, to: 2020-02-14, by: park } }
      shed: { count: 40, staff: 12, origins: { local: 1 }, seatWeight: 0.3, checklist: { from: 2020-01-20, to: 2020-02-26 }, queue: small }
      office: { count: 3, staff: 5 }
  dyeing:
    stage: plants
    product: cloth
    baseYuanPerDay: 100000
    labourExponent: 2.12
    buys: { grey: { perOutput: 0.5, from: { weaving: { partners: 3 } } } }
    populations:
      dyer: { count: 6, staff: 550, origins: { local: 0.3, outside: 0.7 }, seatWeight: 2.5 }
enterprises:
  alice: { sector: dyeing, staff: 600, origins: { local: 0.25, outside: 0.75 }, stayed: 0.1 }
  berta: { sector: weaving, size: 2 }
  carla: { sector: weaving, queue: large }
levers:
  white-list: { acts: whiteList, values: { 2020-02-10: 40000, 2020-02-20: 0 } }
  more-list: { acts: whiteList, values: { 2020-02-12: 2000 } }
  health-code: { acts: healthCode, values: { 2020-02-10: 0.6 } }
  trains: { acts: trainSeats, values: { 2020-02-16: 800 }, cost: { yuanPerUnitDay: 100 } }
  charter: { acts: charterSeats, values: { 2020-02-11: 5000 } }
  carpool: { acts: carpool, values: { 2020-02-14: 1 } }
  self-drive: { acts: selfDrive, values: { 2020-02-12: 0.03 } }
  quarantine: { acts: quarantine, values: { 2020-02-05: 1.5 } }
  approvals: { acts: approvals, on: { queue: all }, values: { 2020-02-10: 90 } }
  few: { acts: approvals, on: { queue: small }, values: { 2020-02-10: 30 } }
  filing: { acts: filing, values: { 2020-02-18: 1 } }
  licence: { acts: licence, on: { enterprise: [alice] }, values: { 2020-02-01: 1, 2020-02-10: 0 } }
  mask-pool: { acts: maskSupply, values: { 2020-02-10: 19285 } }
  mask-conversion: { acts: maskSupply, values: { 2020-02-24: 35000 } }
  mask-purchase: { acts: maskPurchase, values: { 2020-02-01: 0.55 } }
  mask-key: { acts: electricityKey, values: { 2020-02-24: 1 } }
  certificates: { acts: certificates, values: { 2020-02-10: 0.3 } }
exports: { penaltyPerDay: 0.001 }
`;

/** The file with a piece of its text replaced. */
export function resumingWith(piece: string | RegExp, other: string): string {
  const text = RESUMING.replace(piece, other);
  if (text === RESUMING) throw new Error(`the county has no ${String(piece)}`);
  return text;
}
