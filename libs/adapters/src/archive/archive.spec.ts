import { InputError } from '#libs/messages';
import * as fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkArchive } from './check';
import { readManifest } from './manifest';
import { readArchive } from './reader';
import { DAYS, DIGEST, framesOf, HEAD, milestoneOf, recordOf, snapshotOf, writeRun } from './small-run.fixture';
import { ArchiveWriter } from './writer';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'archive-'))));
afterEach(() => rmSync(root, { recursive: true }));

const run = (): string => join(root, 'run');
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

async function refusal(of: Promise<unknown>): Promise<string> {
  const error: unknown = await of.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof InputError ? error.fault.code : `no refusal: ${String(error)}`;
}

describe('a written archive', () => {
  beforeEach(() => writeRun(run()));

  it('is found whole', async () => {
    expect(await checkArchive(run())).toEqual([]);
  });

  it('holds these files', () => {
    expect(filesIn(run())).toEqual(
      [
        ...['resumption-archive.txt', 'manifest.json', 'scenario.yaml', 'tables/1-links.csv', 'tables/2-企业_1.csv'],
        ...['digests.jsonl', 'milestones.jsonl', 'rates.parquet', 'enterprise-days.parquet'],
        ...['frames/day-0000.arrow', 'frames/day-0001.arrow'],
        ...['snapshots/day-0004-exporters.bin', 'snapshots/day-0004-plants.bin'],
        ...['snapshots/day-0008-exporters.bin', 'snapshots/day-0008-plants.bin'],
      ].sort(),
    );
  });

  it('gives back what the run was made from, and its digest', async () => {
    const { manifest, scenarioText, tables } = await readArchive(run());
    expect(scenarioText).toBe(HEAD.scenario.text);
    expect(tables).toEqual(HEAD.tables);
    const { overrides, interventions, seed, start, days, modelVersion } = HEAD;
    expect(manifest).toMatchObject({
      scenario: HEAD.scenario.name,
      overrides,
      interventions,
      seed,
      start,
      days,
      modelVersion,
    });
    expect(manifest).toMatchObject({ digest: DIGEST, daysWritten: DAYS, milestonesCounted: [{ day: 5, count: 17 }] });
  });

  it("gives back every day's digests, by stage and added up mod 2^64", async () => {
    const digests = await (await readArchive(run())).digests();
    expect(digests).toHaveLength(DAYS);
    expect(digests[1]).toEqual({
      day: 1,
      state: '0000000000000006',
      flow: '0000000000000005',
      stages: {
        plants: { state: '8000000000000001', flow: '0000000000000002' },
        exporters: { state: '8000000000000005', flow: '0000000000000003' },
      },
    });
  });

  it('gives back its milestones', async () => {
    const days = Array.from({ length: DAYS }, (_, day) => day).filter((day) => day !== 4);
    expect(await (await readArchive(run())).milestones()).toEqual(days.map(milestoneOf));
  });

  it('keeps milestones as CloudEvents whose date is no time', () => {
    const [, line] = readFileSync(join(run(), 'milestones.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(line)).toEqual({
      specversion: '1.0',
      id: 'm1',
      source: 'resumption/small',
      type: 'resumption.EnterpriseResumed',
      simday: 1,
      causes: 'm0',
      datacontenttype: 'application/json',
      data: { ...milestoneOf(1), date: '2020-02-26' },
    });
  });

  it('gives the nearest snapshot at or before a day, to the last bit', async () => {
    const archive = await readArchive(run());
    expect(await archive.snapshot(3)).toBeUndefined();
    for (const [asked, day] of [
      [4, 4],
      [7, 4],
      [8, 8],
      [99, 8],
    ] as const) {
      // prettier-ignore
      const stages = [snapshotOf('plants', day), snapshotOf('exporters', day)];
      expect(await archive.snapshot(asked)).toEqual({ day, stages });
    }
  });

  it("gives back a day's frames, to the last bit", async () => {
    const archive = await readArchive(run());
    const frames = [framesOf(1, 'all'), framesOf(1, Int32Array.of(3, 5, 8))].map(({ day, route, columns }) => ({
      ...{ day, channel: route.channel, from: route.from, to: route.to },
      rows: route.senderRows === 'all' ? Int32Array.from(columns[0], (_, row) => row) : route.senderRows,
      columns: columns.map((values, c) => ({ name: route.columns[c], values })),
    }));
    expect(await archive.frames(1)).toEqual(frames);
    expect(await archive.frames(2)).toBeUndefined();
  });

  it('is written the same, byte for byte, by the same run', async () => {
    const again = join(root, 'again');
    await writeRun(again);
    for (const name of filesIn(run())) expect(readFileSync(join(again, name))).toEqual(readFileSync(join(run(), name)));
  });

  it('is replaced by the next run into its folder, with no file left over', async () => {
    const writer = await ArchiveWriter.create(run(), { ...HEAD, tables: [] });
    await writer.write({ ...recordOf(0), frames: undefined });
    await writer.close(DIGEST);
    expect(await checkArchive(run())).toEqual([]);
    expect(filesIn(run()).filter((name) => /snapshots|frames|tables/.test(name))).toEqual([]);
  });
});

describe('an archive that was damaged', () => {
  /** What must be said of a flipped bit in a file. */
  const placeOf = (name: string): object => {
    const [, day, stage] = /day-(\d+)(?:-(\w+))?/.exec(name) ?? [];
    return { file: name, problem: 'changed', ...(day && { day: Number(day) }), ...(stage && { source: stage }) };
  };

  function flip(path: string, bit: number): void {
    const bytes = readFileSync(path);
    bytes[bit >> 3] ^= 1 << (bit & 7);
    writeFileSync(path, bytes);
  }

  it('names the file, day and stage of any flipped bit', async () => {
    await writeRun(run());
    const position = fc.record({
      file: fc.constantFrom(...filesIn(run())),
      at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(position, async ({ file, at }) => {
        const path = join(run(), file);
        const bit = Math.floor(at * statSync(path).size * 8);
        flip(path, bit);
        const findings = await checkArchive(run());
        flip(path, bit);
        expect(findings).toHaveLength(1);
        const expected = file === 'manifest.json' ? { file } : placeOf(file);
        expect(findings[0]).toMatchObject(expected);
        expect(['changed', 'unreadable']).toContain(findings[0].problem);
      }),
      { numRuns: 300 },
    );
    expect(await checkArchive(run())).toEqual([]);
  });

  it('notices single bits all over the manifest', async () => {
    await writeRun(run());
    const bytes = readFileSync(join(run(), 'manifest.json'));
    expect(readManifest(bytes)).toHaveProperty('manifest');
    for (let bit = 0; bit < 8 * bytes.length; bit += 13) {
      bytes[bit >> 3] ^= 1 << (bit & 7);
      expect('manifest' in readManifest(bytes)).toBe(false);
      bytes[bit >> 3] ^= 1 << (bit & 7);
    }
  });

  it.each([
    ['digests.jsonl', 6],
    ['milestones.jsonl', 9],
  ])('names the day of a damaged line of %s', async (name, day) => {
    // prettier-ignore
    await writeRun(run());
    const path = join(run(), name);
    const lines = readFileSync(path, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes(`"day":${day},`));
    flip(path, 8 * Buffer.byteLength(lines.slice(0, line).join('\n')) + 8 * 20);
    expect(await checkArchive(run())).toMatchObject([{ file: name, day, problem: 'changed' }]);
  });

  it('names a missing file, and refuses to read it', async () => {
    await writeRun(run());
    rmSync(join(run(), 'snapshots/day-0008-plants.bin'));
    const place = { file: 'snapshots/day-0008-plants.bin', day: 8, source: 'plants', problem: 'missing' };
    expect(await checkArchive(run())).toMatchObject([place]);
    expect(await refusal((await readArchive(run())).snapshot(9))).toBe('ARC_CHANGED');
  });

  it('notices bytes that were cut off or put in', async () => {
    await writeRun(run());
    const [cut, longer] = ['rates.parquet', 'digests.jsonl'].map((name) => join(run(), name));
    writeFileSync(cut, readFileSync(cut).subarray(0, -1));
    writeFileSync(longer, Buffer.concat([readFileSync(longer), Buffer.from('\n')]));
    const found = await checkArchive(run());
    expect(found.map(({ file, problem }) => `${problem} ${file}`)).toEqual([
      'changed digests.jsonl',
      'changed rates.parquet',
    ]);
  });
});

describe('a run that did not finish', () => {
  it.each([0, 1, 7, DAYS - 1])('is incomplete after %i days, not wrong', async (days) => {
    const writer = await writeRun(run(), days);
    expect(await checkArchive(run())).toMatchObject([{ file: 'manifest.json', problem: 'incomplete' }]);
    expect(await refusal(readArchive(run()))).toBe('ARC_INCOMPLETE');
    await writer.abandon();
    expect(await checkArchive(run())).toMatchObject([{ problem: 'incomplete' }]);
  });

  it('is incomplete from the moment it begins to replace a finished one', async () => {
    await writeRun(run());
    const writer = await ArchiveWriter.create(run(), HEAD);
    expect(await checkArchive(run())).toMatchObject([{ problem: 'incomplete' }]);
    await writer.abandon();
  });

  it('makes room for the next', async () => {
    await (await writeRun(run(), 3)).abandon();
    await writeRun(run());
    expect(await checkArchive(run())).toEqual([]);
  });

  it('cannot be closed once a file could not be written', async () => {
    const writer = await writeRun(run(), 4);
    writeFileSync(join(run(), 'snapshots'), 'in the way'); // Snapshots of day 4 find a file where their folder should be.
    await expect(writer.write(recordOf(4)).then(() => writer.close(DIGEST))).rejects.toThrow();
    expect(await checkArchive(run())).toMatchObject([{ problem: 'incomplete' }]);
  });
});

describe('a folder that is no archive', () => {
  it('is not written into', async () => {
    writeFileSync(join(root, 'scenario.yaml'), 'mine');
    expect(await refusal(ArchiveWriter.create(root, HEAD))).toBe('ARC_FOLDER_IN_USE');
    expect(await refusal(ArchiveWriter.create(join(root, 'scenario.yaml'), HEAD))).toBe('ARC_FOLDER_IN_USE');
    expect(await refusal(ArchiveWriter.create(join(root, 'scenario.yaml', 'run'), HEAD))).toBe('ARC_FOLDER_IN_USE');
    expect(filesIn(root)).toEqual(['scenario.yaml']);
    expect(readFileSync(join(root, 'scenario.yaml'), 'utf8')).toBe('mine');
  });

  it('is neither read nor checked', async () => {
    writeFileSync(join(root, 'notes.txt'), 'mine');
    expect(await refusal(readArchive(root))).toBe('ARC_NO_ARCHIVE');
    expect(await refusal(checkArchive(root))).toBe('ARC_NO_ARCHIVE');
    expect(await refusal(readArchive(run()))).toBe('ARC_NOT_FOUND');
    expect(await refusal(checkArchive(run()))).toBe('ARC_NOT_FOUND');
  });

  it('is taken when it is empty', async () => {
    await writeRun(root);
    expect(await checkArchive(root)).toEqual([]);
  });
});
