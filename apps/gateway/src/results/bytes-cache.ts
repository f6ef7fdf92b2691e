// What was read or computed and may be asked for again: bounded by bytes, the one asked for longest ago goes first.
// Who asks while it is being made waits for the same making.

export interface BytesCacheOptions<Value> {
  readonly mostBytes: number;
  readonly sizeOf: (value: Value) => number;
}

export class BytesCache<Value> {
  readonly #kept = new Map<string, Value>();
  readonly #making = new Map<string, Promise<Value>>();
  #bytes = 0;

  constructor(private readonly options: BytesCacheOptions<Value>) {}

  get(key: string): Value | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  /** The value that is there, or the one made now; what could not be made is not kept. */
  once(key: string, make: () => Promise<Value>): Promise<Value> {
    const value = this.get(key);
    if (value !== undefined) return Promise.resolve(value);
    const under = this.#making.get(key);
    if (under) return under;
    const making = make()
      .then((made) => this.set(key, made))
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  set(key: string, value: Value): Value {
    this.#drop(key);
    this.#kept.set(key, value);
    this.#bytes += this.options.sizeOf(value);
    for (const [oldest] of this.#kept) {
      if (this.#bytes <= this.options.mostBytes || this.#kept.size === 1) break;
      this.#drop(oldest);
    }
    return value;
  }

  /** Forgets what begins so: everything of a run. */
  forget(prefix: string): void {
    for (const key of [...this.#kept.keys()]) if (key.startsWith(prefix)) this.#drop(key);
  }

  #drop(key: string): void {
    const value = this.#kept.get(key);
    if (value === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= this.options.sizeOf(value);
  }
}
