// What a list shows of scenarios, kept by what they are made of: reading the whole list takes a while.
import { createHash } from 'node:crypto';
import { InputError } from '#libs/messages';
import type { ScenarioTexts } from '#libs/scenario';
import type { Compiler } from '../compiling/compiler';
import type { Sketch } from '../compiling/jobs';

const MOST_KEPT = 1000;

export class Sketches {
  readonly #kept = new Map<string, Promise<Sketch>>();

  constructor(private readonly compiler: Compiler) {}

  /** @throws InputError of what does not compile */
  of(texts: ScenarioTexts): Promise<Sketch> {
    const key = keyOf(texts);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const sketch = this.compiler.run('sketch', texts);
    this.#kept.set(key, sketch);
    // What was too busy is asked again.
    sketch.catch((error: unknown) => error instanceof InputError || this.#kept.delete(key));
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '');
    return sketch;
  }
}

function keyOf({ text, tables }: ScenarioTexts): string {
  const hash = createHash('sha256');
  for (const part of [text, ...tables.flatMap(({ name, text: rows }) => [name, rows])])
    hash.update(`${part.length}:${part}`);
  return hash.digest('base64');
}
