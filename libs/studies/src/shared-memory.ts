// Plain data in memory that threads have in common: what is given to several of them is there once.
import type { StageSnapshot } from '#libs/kernel';

/** Columns of that size, none of them filled. */
export function sharedLike({ stage, columns }: StageSnapshot): StageSnapshot {
  return {
    stage,
    columns: columns.map(({ name, values }) => ({
      name,
      values: new Float64Array(new SharedArrayBuffer(values.byteLength)),
    })),
  };
}

type Numbers = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** The same, its typed arrays copied into shared memory. Nobody may write to them. */
export function withSharedArrays<Value>(value: Value): Value {
  if (ArrayBuffer.isView(value)) return sharedCopy(value as unknown as Numbers) as unknown as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => withSharedArrays(one)) as unknown as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withSharedArrays<unknown>(one)])) as Value;
}

function sharedCopy(values: Numbers): Numbers {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const ArrayOf = values.constructor as new (memory: SharedArrayBuffer) => Numbers;
  const copy = new ArrayOf(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
