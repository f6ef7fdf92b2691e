// What the object version's plants and links are, as the synthetic chain has it; and its rules.

/** What links of one kind have in common: n + lambda, and 1/tau. */
export interface ObjectKind {
  readonly targetDays: number;
  readonly restoreRate: number;
}

/** What a plant is, as the chain has it. */
export interface PlantTerms {
  readonly base: number;
  readonly finalDemand: number;
  readonly spareRatio: number;
  readonly finishedDays: number;
  readonly gateDraw: number;
  readonly capacityGroup: number;
  readonly gateGroup: number;
  readonly utilityGroup: number;
  readonly demandGroup: number;
  readonly finishedGroup: number;
}

/** Remainders below this share of a link's flow are nothing. */
export const REMAINDER = 1e-12;

/** The rules of the synthetic chain. */
export const RULES = {
  smoothingDays: 7,
  capRatio: 3,
  maxOvertime: 1.1,
  overtimeDays: 60,
  restoreDays: 6,
  maxFinished: 2,
};
