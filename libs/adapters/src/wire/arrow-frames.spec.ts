import type { Frame, Route } from '#libs/kernel';
import type { FrameCodec } from '#libs/runtime';
import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { loadArrowFrames } from './arrow-frames';

let codec: FrameCodec;
beforeAll(async () => {
  codec = await loadArrowFrames();
});

const DAY = 7;
const anyName = fc.constantFrom('outputYuan', 'ordersYuan', 'staffRatio', '口罩', '');
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(-0, 0, NaN, Infinity, -Infinity, Number.MIN_VALUE, 2 ** 53));

/** A frame of any route: rows in a list, or all of them; possibly none. */
const anyFrame: fc.Arbitrary<Frame> = fc
  .record({
    names: fc.uniqueArray(anyName, { maxLength: 4 }),
    rows: fc.integer({ min: 0, max: 9 }),
    isWhole: fc.boolean(),
  })
  .chain(({ names, rows, isWhole }) =>
    fc.tuple(...names.map(() => fc.array(anyNumber, { minLength: rows, maxLength: rows }))).map((columns) => ({
      route: routeOf(names, isWhole ? 'all' : Int32Array.from({ length: rows }, (_, i) => 3 * i)),
      day: DAY,
      columns: columns.map((values) => Float64Array.from(values)),
    })),
  );
const anyFrames = fc.array(anyFrame, { maxLength: 4 });
const someFrames = anyFrames.filter((frames) => frames.some(({ columns }) => columns.length > 0));

function routeOf(columns: readonly string[], senderRows: Int32Array | 'all'): Route {
  const from = { stage: 'plants', shard: 0 } as const;
  return {
    channel: 'orders',
    from,
    to: { stage: 'markets', shard: 1 },
    columns,
    senderRows,
    receiverRows: new Int32Array(),
  };
}

function routesOf(frames: readonly Frame[]): Route[] {
  return frames.map(({ route }) => route);
}

/** The values' bits: -0 differs from 0 there. */
function bitsOf(frames: readonly Frame[]): string[][] {
  return frames.map(({ columns }) =>
    columns.map((values) => Buffer.from(Float64Array.from(values).buffer).toString('hex')),
  );
}

describe('frames that were encoded', () => {
  it('come back bit for bit, with their routes and their day', () => {
    fc.assert(
      fc.property(anyFrames, (frames) => {
        const back = codec.decode(codec.encode(frames), routesOf(frames), DAY);
        expect(bitsOf(back)).toEqual(bitsOf(frames));
        expect(back.map(({ route, day }) => ({ route, day }))).toEqual(
          frames.map(({ route, day }) => ({ route, day })),
        );
      }),
    );
  });

  it('are an Arrow stream that others can read: a row for each column of each frame', () => {
    fc.assert(
      fc.property(anyFrames, (frames) => {
        const table = tableFromIPC(codec.encode(frames));
        const rows = frames.flatMap(({ route, columns }) => columns.map((values, c) => [route.columns[c], ...values]));
        const read = table
          .toArray()
          .map(({ column, values }: { column: string; values: Iterable<number> }) => [column, ...values]);
        expect(read).toEqual(rows);
      }),
    );
  });

  it('come back from bytes that were cut and joined again, wherever those lie in memory', () => {
    fc.assert(
      fc.property(
        anyFrames,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 9 }),
        (frames, step, before) => {
          const bytes = codec.encode(frames);
          const joined = new Uint8Array(before + bytes.length);
          for (let at = 0; at < bytes.length; at += step) joined.set(bytes.slice(at, at + step), before + at);
          const back = codec.decode(joined.subarray(before), routesOf(frames), DAY);
          expect(bitsOf(back)).toEqual(bitsOf(frames));
        },
      ),
    );
  });

  it('are read where they lie, without a copy, when the bytes lie on a multiple of eight', () => {
    fc.assert(
      fc.property(someFrames, (frames) => {
        const bytes = codec.encode(frames);
        const columns = codec.decode(bytes, routesOf(frames), DAY).flatMap((frame) => frame.columns);
        expect(columns.every((values) => values.length === 0 || values.buffer === bytes.buffer)).toBe(true);
      }),
    );
  });
});

describe('a writer that encodes day after day', () => {
  it('gets the same bytes for the same values, and each day its own values', () => {
    const route = routeOf(['outputYuan'], 'all');
    const onDay = (day: number, ...values: number[]): Frame => ({ route, day, columns: [Float64Array.from(values)] });
    const first = codec.encode([onDay(0, 1, 2, 3)]);
    const second = codec.encode([onDay(1, 4, 5, 6)]);
    expect(codec.encode([onDay(2, 1, 2, 3)])).toEqual(first);
    expect([...codec.decode(first, [route], 0)[0].columns[0]]).toEqual([1, 2, 3]);
    expect([...codec.decode(second, [route], 1)[0].columns[0]]).toEqual([4, 5, 6]);
  });

  it('may send another number of rows by the same route', () => {
    const route = routeOf(['outputYuan'], 'all');
    for (const values of [[1, 2, 3], [], [4], [1, 2, 3, 4, 5]]) {
      const bytes = codec.encode([{ route, day: DAY, columns: [Float64Array.from(values)] }]);
      expect([...codec.decode(bytes, [route], DAY)[0].columns[0]]).toEqual(values);
    }
  });
});

describe('bytes that do not fit the routes', () => {
  it('are refused when the routes are more or fewer', () => {
    fc.assert(
      fc.property(someFrames, (frames) => {
        const bytes = codec.encode(frames);
        const filled = frames.findIndex(({ columns }) => columns.length > 0);
        expect(() => codec.decode(bytes, routesOf(frames.filter((_, i) => i !== filled)), DAY)).toThrow('frames: ');
        expect(() => codec.decode(bytes, [...routesOf(frames), routeOf(['late'], 'all')], DAY)).toThrow('frames: ');
      }),
    );
  });

  it('are refused when a column has another name', () => {
    fc.assert(
      fc.property(someFrames, (frames) => {
        const renamed = routesOf(frames).map((route) => ({
          ...route,
          columns: route.columns.map((name) => `${name}2`),
        }));
        expect(() => codec.decode(codec.encode(frames), renamed, DAY)).toThrow('expected "');
      }),
    );
  });

  it('are refused when a route has another number of rows', () => {
    fc.assert(
      fc.property(someFrames, (frames) => {
        const longer = frames.map(({ route, columns }) => ({
          ...route,
          senderRows: new Int32Array((columns.at(0)?.length ?? 0) + 1),
        }));
        expect(() => codec.decode(codec.encode(frames), longer, DAY)).toThrow('values of');
      }),
    );
  });

  it('are refused when they are cut short, or no Arrow stream at all', () => {
    const frames = [{ route: routeOf(['outputYuan'], 'all'), day: DAY, columns: [Float64Array.of(1, 2, 3)] }];
    const bytes = codec.encode(frames);
    const streamEnd = 8;
    for (let length = 0; length < bytes.length - streamEnd; length += 4) {
      expect(() => codec.decode(bytes.subarray(0, length), routesOf(frames), DAY)).toThrow(Error);
    }
    expect(() => codec.decode(new Uint8Array(64).fill(7), routesOf(frames), DAY)).toThrow(Error);
  });
});
