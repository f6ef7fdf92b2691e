// The tree of causes: it says the same as the accounts, adds up at every node, and ends in causes.
import fc from 'fast-check';
import type { Levers } from '#libs/model';
import {
  anyTextile,
  assembleChain,
  draftOf,
  everythingActs,
  groupShape,
  openMarket,
  runChain,
  shock,
  textile,
  type ChainSketch,
} from '#libs/testing';
import { LossAccounts } from '../accounts';
import { rootCausesOf } from '../causes';
import { TapesInMemory } from './source';
import { TapeRecorder } from './tape';
import { whyTree, type WhyNode } from './tree';

const DAYS = 24;

/** Workers who are away and come back, and masks that go to whoever uses electricity. */
function served(sketch: ChainSketch): ChainSketch {
  const enterprises = sketch.enterprises.map((one) => ({ ...one, staffHeads: 100, stayedRatio: 0.6 }));
  return { ...sketch, enterprises, workers: { origins: [{ ownWayRatio: 0.3 }] }, masks: { thresholdRatio: 0.9 } };
}
const SHORT_OF_MASKS = { whiteListHeads: 20, maskPurchaseRatio: 0.7, maskSupply: 30, isElectricityKey: 1 };

/** Everything wrong with a node or below it. */
function faults(node: WhyNode): string[] {
  const own: string[] = [];
  const name = `${node.of} ${node.id ?? node.sector ?? ''}`;
  if (node.of === 'cause') return node.cause === null || node.children.length > 0 ? [`${name} is no leaf`] : [];
  if (node.children.length === 0) return [`${name} ends without a cause`];
  const sum = node.children.reduce((all, { share }) => all + share, 0);
  if (Math.abs(sum - 1) > 1e-9) own.push(`children of ${name} add up to ${sum}`);
  for (const { cause, sector, share } of node.causes) {
    const of = node.children.reduce(
      (all, child) =>
        all + child.share * (child.causes.find((one) => one.cause === cause && one.sector === sector)?.share ?? 0),
      0,
    );
    if (Math.abs(of - share) > 1e-9) own.push(`${name} has ${share} of ${cause}, its children ${of}`);
  }
  return [...own, ...node.children.flatMap(faults)];
}

describe('the tree of causes of an enterprise on a day', () => {
  it('adds up at every node to 1e-9, ends in causes, and has the shares of the accounts at its root', () => {
    const asked = fc.record({
      kinds: fc.integer({ min: 1, max: 127 }),
      departs: fc.boolean(),
      isServed: fc.boolean(),
      day: fc.integer({ min: 4, max: DAYS - 1 }),
      depth: fc.integer({ min: 1, max: 4 }),
    });
    let trees = 0;
    fc.assert(
      fc.property(anyTextile(), asked, (options, { kinds, departs, isServed, day, depth }) => {
        const sketch = isServed ? served(textile(options)) : textile(options);
        const draft = draftOf(sketch);
        if (departs) draft.links.initialStockRatio.fill(0.4);
        if (departs) draft.links.initialBookDays.fill(1);
        const chain = assembleChain(draft);
        const causes = rootCausesOf(chain, everythingActs);
        const accounts = new LossAccounts(chain, causes);
        const recorder = new TapeRecorder(chain, causes);
        const tapes = new TapesInMemory(recorder.places());
        tapes.add(recorder.eve());
        let today: Levers | undefined;
        const ofDay: Float64Array[] = [];
        runChain({
          ...{ chain, days: day + 1, shape: groupShape(sketch) },
          change: (levers, at) => {
            openMarket(chain, levers);
            if (at >= 2 && at < 12) shock(levers, kinds);
            if (isServed) Object.assign(levers.support, SHORT_OF_MASKS);
            today = levers;
          },
          onDay: (end) => {
            if (!today) return;
            const { grossYuan } = accounts.fold(end.day, end.frames, today);
            ofDay.push(grossYuan.slice());
            tapes.add(recorder.fold(end.day, end.frames, today));
          },
        });
        const gross = new Float64Array(causes.count * chain.sectors.length);
        chain.enterprises.ids.forEach((_, enterprise) => {
          const lost = chain.enterprises.baseOutputYuan[enterprise] - tapes.output(day, enterprise);
          const sector = chain.enterprises.sector[enterprise];
          if (lost <= 1e-6 * chain.enterprises.baseOutputYuan[enterprise] || chain.sectors[sector].outside) return;
          const tree = whyTree(tapes, { enterprise, day, depth });
          expect(tree).not.toBeNull();
          if (!tree) return;
          trees++;
          expect(faults(tree)).toEqual([]);
          for (const { cause, sector: origin, share } of tree.causes) {
            const at = chain.sectors.findIndex(({ id }) => id === origin);
            gross[sector * causes.count + causes.number(cause, at)] += share * lost;
          }
        });
        const all = ofDay[day].reduce((sum, yuan) => sum + yuan, 0);
        gross.forEach((yuan, at) => expect(Math.abs(yuan - ofDay[day][at])).toBeLessThanOrEqual(1e-3 * all + 1e-6));
      }),
      { numRuns: 60 },
    );
    expect(trees).toBeGreaterThan(100);
  });
});
