import { fieldLayout } from './field-layout';

const groups = [
  { sector: 'dyeing', name: { en: 'Dyeing' }, first: 0, count: 108 },
  { sector: 'weaving', name: { en: 'Weaving' }, first: 108, count: 8020 },
  { sector: 'outside-yarn', name: { en: 'yarn' }, first: 8128, count: 40 },
  { sector: 'market', name: { en: 'Market' }, first: 8168, count: 21760 },
];
const field = { count: 29928, groups };

describe('the field of enterprises', () => {
  const layout = fieldLayout(field, new Set(['outside-yarn']), { width: 576, most: 380, label: 40 });
  it('has a cell for each enterprise of the chain, and none for sellers outside', () => {
    expect(layout.blocks.reduce((sum, { count }) => sum + count, 0)).toBe(108 + 8020 + 21760);
    for (const { count, height } of layout.blocks) {
      expect((height / layout.cell) * layout.cells).toBeGreaterThanOrEqual(count);
    }
  });
  it('puts small sectors together, the largest first', () => {
    expect(layout.blocks.map(({ sectors }) => sectors)).toEqual([['market'], ['weaving'], ['dyeing']]);
  });
  it('is in whole device pixels and not higher than there is room', () => {
    const cells = layout.blocks.reduce((sum, { height }) => sum + height, 0);
    expect(Number.isInteger(layout.cell)).toBe(true);
    expect(cells).toBeLessThanOrEqual(380);
    expect(layout.width).toBeLessThanOrEqual(576);
  });
  it('keeps places while the day changes: they depend on no day', () => {
    expect(fieldLayout(field, new Set(['outside-yarn']), { width: 576, most: 380, label: 40 })).toEqual(layout);
  });
});
