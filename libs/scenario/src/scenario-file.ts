// A scenario file that has been read: the checked content, and where each part of it stands in the text.
import { InputError, type Place } from '#libs/messages';
import { isMap, isPair, isScalar, type Document, type LineCounter, type Node } from 'yaml';
import type { ScenarioSpec } from './schema/scenario';

export type Path = readonly (string | number)[];

export class ScenarioFile {
  constructor(
    readonly spec: ScenarioSpec,
    private readonly locator: Locator,
  ) {}

  /** An error at that path of the file. */
  error(code: string, path: Path, reason: string, mend: string): InputError {
    return this.locator.error(code, path, reason, mend);
  }
}

/** Finds the line and column of a path; for a path that is not there, of the nearest part that is. */
export class Locator {
  constructor(
    private readonly file: string,
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly overridden: readonly Path[] = [],
  ) {}

  error(code: string, path: Path, reason: string, mend: string): InputError {
    return new InputError({ code, place: this.place(path), path: formatPath(path), reason, mend });
  }

  place(path: Path): Place {
    if (
      this.overridden.some(
        (set) => set.length <= path.length && set.every((part, i) => String(part) === String(path[i])),
      )
    ) {
      return { file: '--set' };
    }
    for (let length = path.length; length > 0; length--) {
      const offset = this.#offsetOf(path.slice(0, length));
      if (offset !== undefined) {
        const { line, col } = this.lines.linePos(offset);
        return { file: this.file, line, column: col };
      }
    }
    return { file: this.file, line: 1, column: 1 };
  }

  #offsetOf(path: Path): number | undefined {
    const parent = path.length === 1 ? this.document.contents : this.document.getIn(path.slice(0, -1), true);
    const last = path[path.length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
      );
      return (pair?.key as Node | undefined)?.range?.[0];
    }
    const node = this.document.getIn([...path], true) as Node | undefined;
    return node?.range?.[0];
  }
}

/** `shocks.dyeing.on.sector[1]` */
export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}
