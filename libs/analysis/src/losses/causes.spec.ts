// Which root causes a run can have, and what happens when one acts that it cannot.
import { neutralLevers, type Levers } from '#libs/model';
import { assembleChain, draftOf, everythingActs, groupShape, runChain, textile } from '#libs/testing';
import { LossAccounts } from './accounts';
import { canAttribute, RootCauses, rootCausesOf, type ActingGroups } from './causes';

const sketch = textile({
  ...{ seed: 1, width: 2, suppliersPerBuyer: 1, coverDays: 3, restoreDays: 6, finishedDays: 0, byRoad: 0 },
  ...{ checkpointDays: 0, spareRatio: 1, hasOpeningDay: false, rules: {} },
});
const chain = assembleChain(draftOf(sketch));
const shape = groupShape(sketch);
const nothingActs: ActingGroups = {
  ...{ capacity: () => false, gate: () => false, utility: () => false, demand: () => false, finished: () => false },
  roads: false,
};

const named = (causes: RootCauses): string[] =>
  causes.list.map(({ cause, sector }) => `${cause} ${chain.sectors[sector]?.id ?? 'roads'}`);

describe('the root causes of a run', () => {
  it('are none where nothing acts and the start is the baseline', () => {
    expect(named(rootCausesOf(chain, nothingActs))).toEqual([]);
  });

  it('are those of the groups on which series act; sellers outside have one', () => {
    const acting = { ...nothingActs, capacity: () => true, roads: true };
    expect(named(rootCausesOf(chain, acting))).toEqual([
      ...['weaving', 'dyeing', 'market', 'exporters'].map((sector) => `capacity ${sector}`),
      'transport roads',
      ...['sellers', 'outside-cloth'].map((sector) => `external-input ${sector}`),
    ]);
  });

  it('name whose stock, book and contracts depart on the eve', () => {
    const draft = draftOf(sketch);
    draft.links.initialBookDays.fill(1);
    const causes = rootCausesOf(assembleChain(draft), nothingActs);
    expect(causes.list.every(({ cause }) => cause === 'initial')).toBe(true);
    expect(causes.number('initial', 2)).toBeGreaterThanOrEqual(0);
  });

  it('are 64 at most', () => {
    const list = Array.from({ length: 65 }, (_, sector) => ({ cause: 'capacity' as const, sector }));
    expect(() => new RootCauses(list, 65)).toThrow('LOSS_TOO_MANY_CAUSES');
  });
});

describe('an accounting that does not foresee what happens', () => {
  const stopDyeing = (levers: Levers): void =>
    sketch.enterprises.forEach(({ sector }, row) => (levers.capacity[row] = sector === 3 ? 0.2 : 1));
  const account = (causes: RootCauses, told: (levers: Levers) => Levers) => (): void => {
    const accounts = new LossAccounts(chain, causes);
    let today = neutralLevers(shape);
    runChain({
      ...{ chain, shape, days: 5 },
      change: (levers) => {
        stopDyeing(levers);
        today = told(levers);
      },
      onDay: ({ day, frames }) => accounts.fold(day, frames, today),
    });
  };

  it('stops at a cause that is not in its list, with the place', () => {
    expect(account(rootCausesOf(chain, nothingActs), (levers) => levers)).toThrow(
      /capacity of dyeing acts on dyeing-\d, unforeseen/,
    );
  });

  it('stops at a loss that has no cause, with enterprise and day', () => {
    expect(account(rootCausesOf(chain, everythingActs), () => neutralLevers(shape))).toThrow(
      /the loss of dyeing-\d on day 0 has no cause/,
    );
  });
});

describe('rules of published models', () => {
  it('have no accounting', () => {
    const orders = { rule: 'ario' as const, split: 'by-capacity' as const };
    expect(
      [chain.rules, { ...chain.rules, rhythm: 'two-day' as const }, { ...chain.rules, orders }].map(canAttribute),
    ).toEqual([true, false, false]);
  });
});
