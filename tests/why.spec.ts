// Losses by root cause, and the tree of one enterprise's, through the command.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { RunSummary, WhyNode } from '#libs/analysis';
import { resumption, scratch } from './command';

const MINI = 'seeds/keqiao/mini.yaml';
const folder = scratch();
const archive = join(folder, 'mini');
let summary: RunSummary;

beforeAll(() => {
  const { code, out } = resumption('run', MINI, '--out', archive, '--json');
  expect(code).toBe(0);
  summary = JSON.parse(out) as RunSummary;
});

const why = (asked: string, ...options: string[]): { code: number | null; out: string; err: string } =>
  resumption('why', archive, asked, ...options);
const treeOf = (asked: string, ...options: string[]): { tree: WhyNode | null; lostYuan: number; sector: string } =>
  JSON.parse(why(asked, '--json', ...options).out) as { tree: WhyNode | null; lostYuan: number; sector: string };

interface Answer {
  readonly baseYuan: number;
  readonly outputYuan: number;
  readonly tree: WhyNode;
  readonly counterfactuals: readonly { readonly share: number; readonly outputYuan: number | null }[];
}

describe('the losses of a run', () => {
  it('are attributed to the last yuan of lost value added', () => {
    const { losses, lostYuan } = summary;
    const sum = (losses ?? []).reduce((all, { yuan }) => all + yuan, 0);
    expect(sum / lostYuan.valueAdded).toBeCloseTo(1, 12);
    expect((losses ?? []).reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 12);
  });

  it('have a bottleneck on every day that loses much', () => {
    const days = (summary.bottleneck ?? []).map(({ day }) => day);
    expect(days.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, day) => day));
  });

  it('stand in the archive by day, sector and cause', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const path = join(archive, 'losses.parquet');
    const reader = await connection.runAndReadAll(
      `select sum("lostValueAddedYuan") as lost, count(distinct day) as days from '${path}'`,
    );
    const [{ lost, days }] = reader.getRowObjects();
    expect(Number(lost) / summary.lostYuan.valueAdded).toBeCloseTo(1, 12);
    expect(Number(days)).toBeGreaterThan(30);
  });

  it('can be left out, which changes nothing else', () => {
    const bare = JSON.parse(resumption('run', MINI, '--no-losses', '--no-archive', '--json').out) as RunSummary;
    expect(bare).toEqual({ ...summary, losses: null, bottleneck: null });
  });
});

describe('what an enterprise would have lost without a cause', () => {
  it('stands beside the largest causes', () => {
    const asked = JSON.parse(why('alice@12', '--json').out) as Answer;
    expect(asked.counterfactuals.map(({ share }) => share)).toEqual(
      asked.tree.causes
        .filter(({ share }) => share >= 0.05)
        .slice(0, 3)
        .map(({ share }) => share),
    );
    const known = asked.counterfactuals.flatMap(({ outputYuan }) => (outputYuan === null ? [] : [outputYuan]));
    expect(known.length).toBeGreaterThan(0);
    known.forEach((outputYuan) => expect(outputYuan).not.toBeCloseTo(asked.outputYuan, 3));
  });

  it('is what it makes at base, where the one shock of a run is removed', () => {
    const one = join(folder, 'one-shock');
    expect(resumption('run', 'seeds/keqiao/dyeing-at-40.yaml', '--days', '20', '--out', one).code).toBe(0);
    const { counterfactuals, baseYuan, outputYuan } = JSON.parse(
      resumption('why', one, 'dyeing-01@15', '--json').out,
    ) as Answer;
    expect(counterfactuals).toHaveLength(1);
    expect(outputYuan / baseYuan).toBeLessThan(0.5);
    expect((counterfactuals[0].outputYuan ?? 0) / baseYuan).toBeCloseTo(1, 9);
  });

  it('can be left out', () => {
    const asked = JSON.parse(why('alice@12', '--json', '--no-counterfactual').out) as Answer;
    expect(asked.counterfactuals).toBeNull();
  });

  it('is told below the tree in both languages', () => {
    expect(why('alice@12').out).toContain('the run without');
    expect(resumption('--lang', 'zh', 'why', archive, 'alice@12').out).toContain('假如没有');
  });
});

describe('why an enterprise lost output', () => {
  it('adds up at every node to 1e-9 and ends in causes with their days', () => {
    const check = (node: WhyNode): void => {
      if (node.of === 'cause') {
        expect(node.cause).not.toBeNull();
        expect(node.fromDay).toBeLessThanOrEqual(node.toDay);
        return;
      }
      expect(node.children.length).toBeGreaterThan(0);
      expect(Math.abs(node.children.reduce((sum, { share }) => sum + share, 0) - 1)).toBeLessThan(1e-9);
      for (const { cause, sector, share } of node.causes) {
        const ofChildren = node.children.reduce((sum, child) => {
          const same = child.causes.find((one) => one.cause === cause && one.sector === sector);
          return sum + child.share * (same?.share ?? 0);
        }, 0);
        expect(Math.abs(ofChildren - share)).toBeLessThan(1e-9);
      }
      node.children.forEach(check);
    };
    let nodes = 0;
    for (const asked of ['alice@12', 'alice@2020-02-16', 'hengming@20', 'buting@22']) {
      const { tree } = treeOf(asked);
      if (!tree) continue;
      nodes++;
      check(tree);
    }
    expect(nodes).toBeGreaterThan(1);
  });

  it('is the same when what was computed is deleted', () => {
    const before = why('buting@22', '--json').out;
    rmSync(join(archive, 'why-cache'), { recursive: true });
    expect(why('buting@22', '--json').out).toBe(before);
    expect(resumption('replay', archive, '--verify').code).toBe(0);
  });

  it('opens with the largest cause, in both languages', () => {
    expect(why('alice@12').out).toMatch(/of the loss: ▲ .+ · .+\n/);
    expect(resumption('--lang', 'zh', 'why', archive, 'alice@12').out).toMatch(/所失的 .+：▲ .+ · .+\n/);
  });

  it('refuses what there is not, with the nearest that there is', () => {
    expect(why('alcie@12')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "alice"?') as string });
    expect(why('alice@99')).toMatchObject({ code: 2, err: expect.stringContaining('2020-03-31') as string });
    expect(why('alice').code).toBe(2);
    expect(why('alice@12', '--depth', '0').code).toBe(2);
  });
});
