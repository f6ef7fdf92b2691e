// The undisturbed equilibrium of whatever is compiled: what every law starts from (docs/MODEL.md#baseline).
import fc from 'fast-check';
import type { Chain } from '#libs/model';
import { compileCsv, compileText, COUNTY } from './county.fixture';
import type { CompiledScenario } from './compile';

/** Counties of any size, spread and seed. */
const counties = fc
  .record({
    seed: fc.nat(1_000_000),
    weavers: fc.integer({ min: 1, max: 60 }),
    dyers: fc.integer({ min: 1, max: 60 }),
    spinners: fc.integer({ min: 1, max: 20 }),
    partners: fc.integer({ min: 1, max: 5 }),
    sigma: fc.constantFrom(0, 0.5, 1, 2),
    share: fc.constantFrom(0.1, 0.6, 0.9),
  })
  .map(({ seed, weavers, dyers, spinners, partners, sigma, share }) =>
    compileText(
      COUNTY.replace('count: 12, sigma: 0.5', `count: ${weavers}, sigma: ${sigma}`)
        .replace('count: 5', `count: ${dyers}`)
        .replace('count: 3, sigma: 0.4', `count: ${spinners}, sigma: ${sigma}`)
        .replace(/partners: 2/g, `partners: ${partners}`)
        .replace('share: 0.6', `share: ${share}`)
        .replace('share: 0.4', `share: ${1 - share}`),
      [{ path: 'seed', value: String(seed) }],
    ),
  );

function sums({ enterprises, links }: Chain): { sold: Float64Array; bought: Float64Array } {
  const [sold, bought] = [new Float64Array(enterprises.count), new Float64Array(enterprises.count)];
  for (let link = 0; link < links.count; link++) {
    sold[links.supplier[link]] += links.flowYuan[link];
    bought[links.buyer[link]] += links.flowYuan[link];
  }
  return { sold, bought };
}

const near = (value: number, other: number): boolean => Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(other));

function everyCounty(law: (compiled: CompiledScenario) => void): void {
  fc.assert(fc.property(counties, law), { numRuns: 40 });
}

describe('the baseline', () => {
  it('has P0 = final demand + what customers take, above 0', () => {
    everyCounty(({ chain }) => {
      const { sold } = sums(chain);
      chain.enterprises.baseOutputYuan.forEach((output, i) => {
        expect(output).toBeGreaterThan(0);
        expect(near(output, chain.enterprises.finalDemandYuan[i] + sold[i])).toBe(true);
      });
    });
  });

  it("meets every buyer's need of every product exactly", () => {
    everyCounty(({ chain, spec }) => {
      const { enterprises, links, sectors, classes } = chain;
      const taken = new Map<string, number>();
      for (let link = 0; link < links.count; link++) {
        const key = `${links.buyer[link]} ${classes[links.productClass[link]].id}`;
        taken.set(key, (taken.get(key) ?? 0) + links.flowYuan[link]);
      }
      for (let i = 0; i < enterprises.count; i++) {
        for (const [product, { perOutput }] of Object.entries(spec.sectors[sectors[enterprises.sector[i]].id].buys)) {
          expect(near(taken.get(`${i} ${product}`) ?? 0, perOutput * enterprises.baseOutputYuan[i])).toBe(true);
        }
      }
    });
  });

  it('links everybody: each buyer to a seller of each product, each seller to a buyer or to final demand', () => {
    everyCounty(({ chain }) => {
      const { sold, bought } = sums(chain);
      const { sector, finalDemandYuan, count } = chain.enterprises;
      for (let i = 0; i < count; i++) {
        const { id } = chain.sectors[sector[i]];
        if (id === 'weaving' || id === 'dyeing') expect(bought[i]).toBeGreaterThan(0);
        expect(sold[i] + finalDemandYuan[i]).toBeGreaterThan(0);
      }
    });
  });

  it('leaves value added of 0 or more, and what inputs cost besides', () => {
    everyCounty(({ chain }) => {
      const { bought } = sums(chain);
      const { valueAddedYuan, baseOutputYuan } = chain.enterprises;
      valueAddedYuan.forEach((added, i) => expect(near(added, baseOutputYuan[i] - bought[i])).toBe(true));
      expect(Math.min(...valueAddedYuan)).toBeGreaterThanOrEqual(0);
    });
  });

  it('stands in order: enterprises by stage, sector, zone and id; links by buyer, product and supplier, each once', () => {
    everyCounty(({ chain: { enterprises, links, sectors } }) => {
      for (let i = 1; i < enterprises.count; i++) {
        const [a, b] = [i - 1, i].map(
          (at) => [enterprises.sector[at], enterprises.zone[at], enterprises.ids[at]] as const,
        );
        expect(a[0] < b[0] || (a[0] === b[0] && (a[1] < b[1] || (a[1] === b[1] && a[2] < b[2])))).toBe(true);
      }
      const key = (link: number): number =>
        (links.buyer[link] * sectors.length + links.productClass[link]) * enterprises.count + links.supplier[link];
      for (let link = 1; link < links.count; link++) expect(key(link)).toBeGreaterThan(key(link - 1));
    });
  });

  it('of CSV files is what the rows say', () => {
    const { enterprises, links } = compileCsv({}).chain;
    const flows = Array.from(
      links.flowYuan,
      (flow, link) => `${enterprises.ids[links.supplier[link]]} ${enterprises.ids[links.buyer[link]]} ${flow}`,
    );
    expect(flows).toEqual(['spinner-1 weaver-1 700', 'spinner-1 weaver-2 100', 'spinner-2 weaver-2 300']);
    expect([...enterprises.baseOutputYuan]).toEqual([900, 300, 1200, 800]);
    expect([...enterprises.valueAddedYuan]).toEqual([900, 300, 500, 400]);
  });
});

describe('the start', () => {
  it('has the stock, order books and pipeline that the file names, and full ones without', () => {
    const { chain } = compileText(COUNTY);
    const { links, linkKinds, enterprises, sectors } = chain;
    for (let link = 0; link < links.count; link++) {
      const cover = linkKinds[links.kind[link]].coverDays * links.flowYuan[link];
      const [buyer, supplier] = [links.buyer[link], links.supplier[link]].map((i) => sectors[enterprises.sector[i]]);
      const ratio = buyer.id === 'dyeing' ? 0.4 : supplier.outside ? 1 : 0.5;
      expect(links.initialStockYuan[link]).toBe(ratio * cover);
      expect(links.initialBookYuan[link]).toBe(supplier.id === 'weaving' ? 4 * links.flowYuan[link] : 0);
    }
    const plain = compileCsv({}).chain;
    plain.links.initialStockYuan.forEach((stock, link) => expect(stock).toBe(8 * plain.links.flowYuan[link]));
  });
});
