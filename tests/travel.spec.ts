// A shortage travels: upstream a day a link, because orders fall at once; downstream when stocks are used up.
import { resumption } from './command';

interface Shortage {
  readonly firstDay: number;
  readonly lowest: number;
  readonly backDay: number | null;
}

interface Run {
  readonly sectors: readonly {
    readonly id: string;
    readonly shortage: Shortage | null;
    readonly capacityRecovery: readonly number[];
  }[];
  readonly recoverability: { readonly recovered: boolean };
}

const FILE = 'seeds/keqiao/dyeing-at-40.yaml';
const SHOCK_DAY = 5;
const COVER_DAYS = 5;
const LEAD_DAYS = 2;

describe('dyeing at 40 % of its capacity for 40 days, with five days of cover', () => {
  const run = JSON.parse(resumption('run', FILE, '--no-archive', '--json').out) as Run;
  const of = (id: string): Shortage => {
    const shortage = run.sectors.find((sector) => sector.id === id)?.shortage;
    if (!shortage) throw new Error(`no shortage reached ${id}`);
    return shortage;
  };

  it('is short itself on the day of the shock, at 40 %', () => {
    expect(of('dyeing').firstDay).toBe(SHOCK_DAY);
    expect(of('dyeing').lowest).toBeCloseTo(0.4, 6);
  });

  it('reaches weaving a day later and fibre two days later, by orders', () => {
    expect(of('weaving').firstDay).toBe(SHOCK_DAY + 1);
    expect(of('fibre').firstDay).toBe(SHOCK_DAY + 2);
  });

  it('reaches the market when its stock is used up, and exporters after that', () => {
    // Stock and the day's delivery, 6 days of use, shrink by 0.6 days a day after the lead time, until less than one day is left.
    const market = SHOCK_DAY + LEAD_DAYS + COVER_DAYS / 0.6;
    expect(Math.abs(of('market').firstDay - market)).toBeLessThanOrEqual(2);
    const exporters = market + LEAD_DAYS + COVER_DAYS / 0.6;
    expect(of('exporters').firstDay).toBeGreaterThan(of('market').firstDay + LEAD_DAYS);
    expect(of('exporters').firstDay).toBeLessThanOrEqual(exporters + 2);
  });

  it('does not reach a chain that has no link to this one', () => {
    for (const id of ['mining', 'smelting']) {
      const sector = run.sectors.find((one) => one.id === id);
      expect(sector?.shortage).toBeNull();
      for (const ratio of sector?.capacityRecovery ?? []) expect(Math.abs(ratio - 1)).toBeLessThan(1e-9);
    }
  });

  it('is over in the end, everywhere', () => {
    expect(run.recoverability.recovered).toBe(true);
    for (const id of ['fibre', 'weaving', 'dyeing', 'market', 'exporters']) expect(of(id).backDay).not.toBeNull();
  });

  it('is printed: the first day of each sector stands in the terminal’s picture', () => {
    const { out } = resumption('run', FILE, '--no-archive');
    for (const date of ['6 Feb', '7 Feb', '8 Feb']) expect(out).toContain(date);
  });
});

describe('an undisturbed chain', () => {
  it('keeps every rate that is not null at 1 for 365 days', () => {
    const { out } = resumption('run', FILE, '--no-archive', '--json', '--set', 'shocks={}', '--days', '365');
    const { rates } = JSON.parse(out) as { rates: Record<string, number | null>[] };
    expect(rates.length).toBe(365);
    for (const { resumption: resumed, returnToPost, capacityRecovery, throughput } of rates) {
      expect(returnToPost).toBeNull();
      for (const rate of [resumed, capacityRecovery, throughput]) expect(Math.abs((rate ?? 0) - 1)).toBeLessThan(1e-9);
    }
  });
});
