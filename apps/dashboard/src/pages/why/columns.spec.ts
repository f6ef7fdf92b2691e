import type { LossCause } from '#libs/messages';
import { columnsOf } from './columns';
import { pathOf, windowOf } from './path';
import type { CauseShare, WhyNode } from './tree';

type Part = readonly [share: number, cause: LossCause, sector: string | null];

const cause = (
  share: number,
  of: LossCause,
  sector: string | null,
  days: readonly [number, number] = [9, 20],
): WhyNode => ({
  ...{ of: 'cause', id: null, sector, cause: of, count: 1, fromDay: days[0], toDay: days[1], share },
  ...{ causes: [{ cause: of, sector, share: 1 }], children: [] },
});

/** A node whose composition is that of its children. */
function node(
  of: WhyNode['of'],
  id: string | null,
  sector: string | null,
  share: number,
  children: WhyNode[],
): WhyNode {
  const totals = new Map<string, CauseShare>();
  for (const child of children) {
    for (const one of child.causes) {
      const key = `${one.cause} ${one.sector}`;
      totals.set(key, { ...one, share: (totals.get(key)?.share ?? 0) + child.share * one.share });
    }
  }
  const causes = [...totals.values()].sort((a, b) => b.share - a.share);
  return { of, id, sector, cause: null, count: 1, fromDay: 18, toDay: 21, share, causes, children };
}

const leaves = (...parts: Part[]): WhyNode[] => parts.map(([share, of, sector]) => cause(share, of, sector));

const exporter = node('output', 'exporter-0001', 'exporters', 1, [
  node('unmet', 'shop-1', 'market', 0.5, [
    cause(0.4, 'gate', 'market'),
    node('unmet', 'dyer-1', 'dyeing', 0.6, leaves([0.95, 'labour', 'dyeing'], [0.05, 'gate', 'dyeing'])),
  ]),
  node('unmet', 'dyer-1', 'dyeing', 0.2, leaves([1, 'labour', 'dyeing'])),
  cause(0.2, 'gate', 'exporters'),
  cause(0.08, 'labour', 'exporters'),
  { ...node('others', null, null, 0.02, leaves([0.5, 'masks', 'dyeing'], [0.5, 'initial', 'market'])), count: 2 },
]);

describe('an exporter that lost through a shop, a dyer and itself', () => {
  const { main, boxes } = columnsOf(exporter);
  const through = boxes.flatMap((box) => box.through);
  const all = (values: readonly { readonly share: number }[]): number =>
    values.reduce((sum, one) => sum + one.share, 0);

  it('has columns that each add up to the whole loss', () => {
    expect(all(boxes)).toBeCloseTo(1, 12);
    expect(all(through)).toBeCloseTo(1, 12);
    expect(all(through.flatMap((one) => one.leaves))).toBeCloseTo(1, 12);
  });

  it('tells deliveries, then itself, and small ones last', () => {
    expect(boxes.map(({ kind, share }) => [kind, Number(share.toFixed(3))])).toEqual([
      ['supply', 0.7],
      ['itself', 0.28],
      ['others', 0.02],
    ]);
  });

  it('says how much of each the largest cause brought about', () => {
    expect(main).toMatchObject({ cause: 'labour', sector: 'dyeing' });
    expect(boxes[0].mainShare).toBeCloseTo(0.5 * 0.6 * 0.95 + 0.2, 12);
    expect(boxes[1].mainShare).toBe(0);
  });

  it('names the sector between a shop and the cause only where it is another', () => {
    const shop = through.find(({ id }) => id === 'shop-1');
    expect(shop?.leaves.map((leaf) => [leaf.sector, leaf.cause, leaf.via, leaf.isMain])).toEqual([
      ['dyeing', 'labour', [], true],
      ['market', 'gate', [], false],
      ['dyeing', 'gate', [], false],
    ]);
  });

  it('joins causes below 3 % where there are several, and says how many', () => {
    const small = boxes[2].through[0].leaves;
    expect(small).toHaveLength(1);
    expect(small[0]).toMatchObject({ cause: null, count: 2 });
  });
});

describe('a sector with many suppliers', () => {
  const shops = Array.from({ length: 5 }, (_, at) =>
    node('unmet', `shop-${at}`, 'market', 0.2, leaves([1, 'gate', 'market'])),
  );
  const [box] = columnsOf(node('output', 'exporter-1', 'exporters', 1, shops)).boxes;

  it('is told as one', () => {
    expect(box.through).toHaveLength(1);
    expect(box.through[0]).toMatchObject({ id: null, sector: 'market', count: 5 });
  });
});

describe('the way of the largest cause', () => {
  it('goes from the dyer to the exporter', () => {
    expect(pathOf(exporter).map(({ id }) => id)).toEqual(['dyer-1', 'shop-1', 'exporter-0001']);
  });

  it('does not go through those through whom hardly any of it came', () => {
    const own = node('output', 'exporter-1', 'exporters', 1, [
      cause(0.9, 'gate', 'exporters'),
      node('unmet', 'dyer-1', 'dyeing', 0.1, leaves([0.9, 'labour', 'dyeing'], [0.1, 'gate', 'exporters'])),
    ]);
    expect(pathOf(own).map(({ id }) => id)).toEqual(['exporter-1']);
  });

  it('is shown from before the shortage to after the day, inside the sealed days', () => {
    expect(windowOf(pathOf(exporter), 21, 59)).toEqual({ from: 11, to: 34 });
    expect(windowOf(pathOf(exporter), 21, 23)).toEqual({ from: 11, to: 23 });
  });
});
