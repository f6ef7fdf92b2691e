// The systemic-risk index: hand-made networks, the sparse cascades against the written rule, and chains as networks.
import fc from 'fast-check';
import { Random } from '#libs/kernel';
import { assembleChain, directKind, draftOf, PLAIN_RULES, sectorsOf } from '#libs/testing';
import { networkOf, rankEnterprises, screen, type SupplyNetwork } from '../index';
import { denseScreen } from './dense-jacobi.fixture';

interface Flow {
  readonly from: number;
  readonly to: number;
  readonly yuan: number;
  readonly need?: 0 | 1 | 2;
}

/** A network by hand; output is what customers take and `finalYuan`. */
function networkBy(
  market: readonly number[],
  flows: readonly Flow[],
  { finalYuan = [] as readonly number[], isReplaceable = false } = {},
): SupplyNetwork {
  const sorted = [...flows].sort((a, b) => a.to - b.to || market[a.from] - market[b.from] || a.from - b.from);
  const outputYuan = Float64Array.from(market, (_, row) =>
    flows.reduce((sum, { from, yuan }) => sum + (from === row ? yuan : 0), finalYuan[row] ?? 0),
  );
  return {
    count: market.length,
    outputYuan,
    countedYuan: outputYuan,
    market: Int32Array.from(market),
    markets: 1 + Math.max(...market),
    links: {
      count: flows.length,
      supplier: Int32Array.from(sorted, ({ from }) => from),
      buyer: Int32Array.from(sorted, ({ to }) => to),
      flowYuan: Float64Array.from(sorted, ({ yuan }) => yuan),
      need: Uint8Array.from(sorted, ({ need }) => need ?? 2),
    },
    isReplaceable,
  };
}

const closed = (network: SupplyNetwork, ...rows: number[]): Float64Array =>
  new Float64Array(network.count).fill(1).map((left, row) => (rows.includes(row) ? 0 : left));

describe('a buyer with two suppliers of one product, one of which closes', () => {
  const flows = [
    { from: 0, to: 2, yuan: 3 },
    { from: 1, to: 2, yuan: 1 },
  ];
  it('keeps the share of the other one', () => {
    const network = networkBy([0, 0, 1], flows, { finalYuan: [0, 0, 10] });
    expect([...screen(network, closed(network, 0)).downstreamRatio]).toEqual([0, 1, 0.25]);
  });
  it('loses less where a large market can step in: out of the closed one over what is left', () => {
    const network = networkBy([0, 0, 1], flows, { finalYuan: [0, 5, 10], isReplaceable: true });
    // sigma = 3 / 6.
    expect(screen(network, closed(network, 0)).downstreamRatio[2]).toBe(1 - 0.5 * 0.75);
  });
  it('still has one customer fewer for its suppliers when it closes itself', () => {
    const network = networkBy([0, 0, 1], flows, { finalYuan: [3, 0, 10] });
    expect([...screen(network, closed(network, 2)).upstreamRatio]).toEqual([0.5, 0, 0]);
  });
});

describe('a buyer of three products', () => {
  const needing = (need: 0 | 1 | 2): SupplyNetwork =>
    networkBy(
      [0, 1, 2, 3],
      [
        { from: 0, to: 3, yuan: 1, need },
        { from: 1, to: 3, yuan: 1, need: 1 },
        { from: 2, to: 3, yuan: 2, need: 0 },
      ],
      { finalYuan: [0, 0, 0, 8] },
    );
  it.each([
    [2, 0],
    [1, 0.75],
    [0, 1],
  ] as const)('of which one of need %i is missing keeps %d', (need, left) => {
    const network = needing(need);
    expect(screen(network, closed(network, 0)).downstreamRatio[3]).toBe(left);
  });
  it('adds up the non-essential ones that are missing', () => {
    const network = needing(1);
    expect(screen(network, closed(network, 0, 1, 2)).downstreamRatio[3]).toBe(0.5);
  });
});

describe('the index', () => {
  const network = networkBy(
    [0, 1, 2],
    [
      { from: 0, to: 1, yuan: 1 },
      { from: 1, to: 2, yuan: 2 },
    ],
    { finalYuan: [0, 1, 6] },
  );
  it('is the share of output that stops, of the worse direction of each enterprise', () => {
    const { indexRatio, indexDownstreamRatio, indexUpstreamRatio } = screen(network, closed(network, 1));
    expect(indexDownstreamRatio).toBe(9 / 10);
    expect(indexUpstreamRatio).toBe(4 / 10);
    expect(indexRatio).toBe(1);
  });
  it('is 0 where nothing is hit', () => expect(screen(network, closed(network)).indexRatio).toBe(0));
  it('refuses what is no ratio', () => {
    expect(() => screen(network, Float64Array.of(1, -0.1, 1))).toThrow(RangeError);
    expect(() => screen(network, Float64Array.of(1, NaN, 1))).toThrow(RangeError);
  });
  it('ranks by it, and counts the others that keep less than half', () => {
    const { byIndex, indexRatio, othersBelowHalf } = rankEnterprises(network);
    expect([...byIndex]).toEqual([0, 1, 2]);
    [1, 1, (6 + 2 + 2 / 3) / 10].forEach((index, row) => expect(indexRatio[row]).toBeCloseTo(index, 12));
    expect([...othersBelowHalf]).toEqual([2, 2, 2]);
  });
});

/** Any network, cycles and own use included; some enterprises sell to final demand. */
const anyNetwork = fc
  .record({
    seed: fc.nat(1e6),
    count: fc.integer({ min: 1, max: 14 }),
    markets: fc.integer({ min: 1, max: 5 }),
    density: fc.constantFrom(0.1, 0.2, 0.4),
    finalShare: fc.constantFrom(0, 0.5, 1),
    isReplaceable: fc.boolean(),
  })
  .map(({ seed, count, markets, density, finalShare, isReplaceable }) => {
    const random = new Random(seed);
    const market = Array.from({ length: count }, (_, row) => Math.floor(markets * random.uniform(1, row)));
    const flows: Flow[] = [];
    for (let from = 0; from < count; from++) {
      for (let to = 0; to < count; to++) {
        if (random.uniform(2, from, to) >= density) continue;
        const need = Math.floor(3 * random.uniform(3, market[from], to)) as 0 | 1 | 2;
        flows.push({ from, to, yuan: 0.1 + 10 * random.uniform(4, from, to), need });
      }
    }
    const finalYuan = market.map((_, row) => (random.uniform(5, row) < finalShare ? 20 * random.uniform(6, row) : 0));
    const network = networkBy(market, flows, { finalYuan, isReplaceable });
    const psi = new Float64Array(count).map((_, row) => {
      const draw = random.uniform(7, row);
      return draw < 0.6 ? 1 : draw < 0.8 ? 0 : random.uniform(8, row);
    });
    return { network, psi };
  });

const largestGap = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, row) => Math.max(most, Math.abs(value - b[row])), 0);

describe('any network under any shock', () => {
  it('comes to where full Jacobi sweeps come, to 1e-12', () => {
    fc.assert(
      fc.property(anyNetwork, ({ network, psi }) => {
        const sparse = screen(network, psi, { toleranceRatio: 1e-13 });
        const dense = denseScreen(network, psi, 1e-13);
        expect(largestGap(sparse.downstreamRatio, dense.downstreamRatio)).toBeLessThan(1e-12);
        expect(largestGap(sparse.upstreamRatio, dense.upstreamRatio)).toBeLessThan(1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it('has for each enterprise the index of its closure, one after the other as each alone', () => {
    fc.assert(
      fc.property(anyNetwork, ({ network }) => {
        const { indexRatio, byIndex } = rankEnterprises(network);
        for (let row = 0; row < network.count; row++) {
          expect(Math.abs(indexRatio[row] - screen(network, closed(network, row)).indexRatio)).toBeLessThan(1e-12);
        }
        const ranked = [...byIndex].map((row) => indexRatio[row]);
        for (let at = 1; at < ranked.length; at++) expect(ranked[at]).toBeLessThanOrEqual(ranked[at - 1] + 1e-12);
        expect([...byIndex].sort((a, b) => a - b)).toEqual([...byIndex.keys()]);
      }),
    );
  });

  it('keeps less the more is hit, and all of it between 0 and psi', () => {
    fc.assert(
      fc.property(anyNetwork, ({ network, psi }) => {
        const half = psi.map((left) => left / 2);
        const [all, more] = [screen(network, psi), screen(network, half)];
        for (let row = 0; row < network.count; row++) {
          for (const h of [all.downstreamRatio[row], all.upstreamRatio[row]]) {
            expect(h).toBeGreaterThanOrEqual(0);
            expect(h).toBeLessThanOrEqual(psi[row]);
          }
          expect(more.downstreamRatio[row]).toBeLessThanOrEqual(all.downstreamRatio[row] + 1e-9);
          expect(more.upstreamRatio[row]).toBeLessThanOrEqual(all.upstreamRatio[row] + 1e-9);
        }
      }),
    );
  });
});

describe('a chain as a network', () => {
  const needs = ['critical', 'important', 'none'] as const;
  const chain = assembleChain(
    draftOf({
      rules: PLAIN_RULES,
      sectors: [
        ...sectorsOf({ yarn: 'plants', cloth: 'plants' }),
        { id: 'outside', stage: 'plants', product: 0, outside: true },
      ],
      linkKinds: [...needs.map((need) => ({ ...directKind(5), need })), { ...directKind(5), unlimited: true }],
      enterprises: [
        { id: 'spinner', sector: 0, finalDemandYuan: 1 },
        { id: 'weaver-1', sector: 1, finalDemandYuan: 100 },
        { id: 'weaver-2', sector: 1, finalDemandYuan: 100 },
        { id: 'weaver-3', sector: 1, finalDemandYuan: 100 },
        { id: 'weaver-4', sector: 1, finalDemandYuan: 100 },
        { id: 'seller', sector: 2, finalDemandYuan: 0 },
      ],
      links: [
        ...needs.map((_, kind) => ({ from: 0, to: 1 + kind, flowYuan: 10, kind })),
        { from: 0, to: 4, flowYuan: 10, kind: 3 },
        { from: 5, to: 1, flowYuan: 30 },
      ],
    }),
  );
  const network = networkOf(chain);
  const left = (id: string, hit: string): number =>
    screen(network, closed(network, chain.enterprises.ids.indexOf(hit))).downstreamRatio[
      chain.enterprises.ids.indexOf(id)
    ];

  it('takes critical inputs as essential, important ones as non-essential, and no others', () => {
    expect(network.links.need.join('')).toBe('22100');
    // The seller outside makes up for what it can: sigma is 1, for it is smaller than the spinner.
    expect(left('weaver-1', 'spinner')).toBe(0.75);
    expect([2, 3, 4].map((which) => left(`weaver-${which}`, 'spinner'))).toEqual([0, 1, 1]);
  });
  it('has sellers outside in the market, where they can close, and not in the index', () => {
    expect(left('weaver-1', 'seller')).toBeLessThan(1);
    expect(network.countedYuan[chain.enterprises.ids.indexOf('seller')]).toBe(0);
    expect(screen(network, closed(network, 0, 1, 2, 3, 4, 5)).indexRatio).toBe(1);
  });
});
