// Input limit: what the inputs on hand allow (docs/MODEL.md#enterprise, step 6).
import fc from 'fast-check';
import type { InputRule, LinkKind } from '#libs/model';
import {
  diaryOf,
  directKind,
  PLAIN_RULES,
  sectorsOf,
  type ChainSketch,
  type Diary,
  type DiaryOptions,
} from '#libs/testing';

interface Input {
  readonly base: number;
  /** On hand when the limit is read. */
  readonly stock: number;
  readonly class?: 'yarn' | 'dye' | 'glue';
  readonly need?: LinkKind['need'];
}

const CLASSES = ['yarn', 'dye', 'glue'];

/** A maker with base output 200, all of it final demand; nothing is under way on the eve. */
function makerWith(inputs: readonly Input[], rule: InputRule, coverDays = 4): ChainSketch {
  return {
    rules: { ...PLAIN_RULES, inputs: rule },
    sectors: sectorsOf({ yarn: 'plants', dye: 'plants', glue: 'plants', maker: 'plants' }),
    linkKinds: inputs.map(({ need = 'critical' }) => ({ ...directKind(coverDays), need })),
    enterprises: [
      ...inputs.map((input, i) => ({
        id: `s${i}`,
        sector: CLASSES.indexOf(input.class ?? 'yarn'),
        finalDemandYuan: 1,
      })),
      { id: 'maker', sector: 3, finalDemandYuan: 200 },
    ],
    links: inputs.map(({ base, stock }, i) => ({
      ...{ from: i, to: inputs.length, flowYuan: base, kind: i },
      initialStockRatio: stock / (coverDays * base),
      initialPipelineRatio: 0,
    })),
  };
}

const dayOf = (sketch: ChainSketch, change?: DiaryOptions['change']): Diary => diaryOf(sketch, { days: 1, change });
const outputOf = (sketch: ChainSketch, change?: DiaryOptions['change']): number =>
  dayOf(sketch, change).of('maker', 'outputYuan')[0];
const demand =
  (factor: number): DiaryOptions['change'] =>
  (levers, _day, row) => {
    levers.demand[row('maker')] = levers.due[row('maker')] = factor;
  };

describe('a maker under the hard rule', () => {
  it('makes what its scarcest class allows: half the yarn, half the output', () => {
    const diary = dayOf(
      makerWith(
        [
          { base: 100, stock: 50 },
          { base: 20, stock: 20, class: 'dye' },
        ],
        { rule: 'hard' },
      ),
    );
    expect(diary.of('maker', 'inputLimitYuan')[0]).toBeCloseTo(100, 9);
    expect(diary.of('maker', 'outputYuan')[0]).toBeCloseTo(100, 9);
    expect(diary.bound('maker')).toEqual(['input']);
  });
  it('takes yarn from any supplier of yarn: the stocks of a class count together', () => {
    expect(
      outputOf(
        makerWith(
          [
            { base: 50, stock: 80 },
            { base: 50, stock: 0 },
          ],
          { rule: 'hard' },
        ),
      ),
    ).toBeCloseTo(160, 9);
  });
  it('stops without an important input as it does without a critical one', () => {
    expect(outputOf(makerWith([{ base: 20, stock: 0, need: 'important' }], { rule: 'hard' }))).toBe(0);
  });
  it('does not stop for an input below 1e-5 of its output, and does for one above', () => {
    expect(outputOf(makerWith([{ base: 0.0019, stock: 0 }], { rule: 'hard' }))).toBe(200);
    expect(outputOf(makerWith([{ base: 0.0021, stock: 0 }], { rule: 'hard' }))).toBe(0);
  });
  it('is not limited when it needs nothing, and reports a number all the same', () => {
    const diary = dayOf(makerWith([], { rule: 'hard' }));
    expect(diary.of('maker', 'outputYuan')).toEqual([200]);
    expect(diary.faults()).toEqual([]);
  });
});

describe('a maker under the partial rule', () => {
  const rule: InputRule = { rule: 'partial' };
  it('is bound hard by a critical input', () => {
    expect(outputOf(makerWith([{ base: 100, stock: 25 }], rule))).toBeCloseTo(50, 9);
  });
  it('loses half as much for want of an important one', () => {
    expect(outputOf(makerWith([{ base: 100, stock: 25, need: 'important' }], rule))).toBeCloseTo(125, 9);
    expect(outputOf(makerWith([{ base: 100, stock: 0, need: 'important' }], rule))).toBeCloseTo(100, 9);
  });
  it('does without the others', () => {
    expect(outputOf(makerWith([{ base: 100, stock: 0, need: 'none' }], rule))).toBe(200);
  });
  it('takes the lowest of its limits', () => {
    const inputs: Input[] = [
      { base: 100, stock: 70 },
      { base: 20, stock: 2, class: 'dye', need: 'important' },
      { base: 20, stock: 0, class: 'glue', need: 'none' },
    ];
    expect(outputOf(makerWith(inputs, rule))).toBeCloseTo(110, 9);
  });
});

describe('a maker under the psi rule with cover 4 and psi 0.5', () => {
  // It wants psi x cover = 2 days of base stock, 200 of yarn, before it works in full.
  const rule: InputRule = { rule: 'psi', psi: 0.5 };
  it('works in full with 200 on hand', () => {
    expect(outputOf(makerWith([{ base: 100, stock: 200 }], rule))).toBeCloseTo(200, 9);
  });
  it('works at half with 100, though that is a whole day of use', () => {
    expect(outputOf(makerWith([{ base: 100, stock: 100 }], rule))).toBeCloseTo(100, 9);
  });
  it('measures stock against what it aims at: at half demand 100 is enough', () => {
    expect(outputOf(makerWith([{ base: 100, stock: 100 }], rule), demand(0.5))).toBeCloseTo(100, 9);
  });
  it('makes nothing when it aims at nothing', () => {
    const diary = dayOf(makerWith([{ base: 100, stock: 100 }], rule), demand(0));
    expect(diary.of('maker', 'outputYuan')).toEqual([0]);
    expect(diary.faults()).toEqual([]);
  });
});

describe('a maker under the psi rule whose psi x cover is half a day', () => {
  it('makes no more than its stock allows: 50 of yarn make 100', () => {
    expect(outputOf(makerWith([{ base: 100, stock: 50 }], { rule: 'psi', psi: 0.5 }, 1))).toBeCloseTo(100, 9);
  });
});

describe('output under the hard and psi rules', () => {
  it('never needs more of a class than is on hand', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            base: fc.double({ min: 1, max: 50, noNaN: true }),
            stock: fc.double({ min: 0.001, max: 120, noNaN: true }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        fc.constantFrom<InputRule>({ rule: 'hard' }, { rule: 'psi', psi: 0.1 }, { rule: 'psi', psi: 0.9 }),
        fc.constantFrom(1, 2, 8),
        (inputs, rule, cover) => {
          const need = inputs.reduce((sum, { base }) => sum + base, 0) / 200;
          const held = inputs.reduce((sum, { stock }) => sum + stock, 0);
          expect(outputOf(makerWith(inputs, rule, cover)) * need).toBeLessThanOrEqual(held * (1 + 1e-12));
        },
      ),
      { numRuns: 100 },
    );
  });
});
