import type { EnterpriseDay } from '#libs/api';
import { worthAsking } from './worth-asking';

const enterprise = (id: string, more: Partial<EnterpriseDay>): EnterpriseDay => ({
  ...{ id, row: 0, sector: 'exporters', zone: 'a', isNotable: false, baseYuan: 1, outputYuan: 0, wantedYuan: 1 },
  ...{ ratio: 0.5, bound: 'gate' },
  ...more,
});

describe('an enterprise worth asking about', () => {
  it('is held by somebody else, before one that is known by name', () => {
    const rows = [enterprise('a', {}), enterprise('b', { isNotable: true }), enterprise('c', { bound: 'input' })];
    expect(worthAsking(rows)).toBe('c');
    expect(worthAsking(rows.slice(0, 2))).toBe('b');
  });

  it('is the one that lost most among equals', () => {
    expect(worthAsking([enterprise('a', {}), enterprise('b', {})])).toBe('a');
  });

  it('has lost something', () => {
    expect(worthAsking([enterprise('a', { ratio: 1 })])).toBeUndefined();
  });
});
