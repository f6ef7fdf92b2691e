// A scenario file that has been read: the checked content, and where each part of it stands in the text.
import { InputError, type Place } from '#libs/messages';
import { isMap, isScalar, type Document, type LineCounter, type Node } from 'yaml';
import type { ScenarioSpec } from './schema/scenario';

export type Path = readonly (string | number)[];

export class ScenarioFile {
  /**
   * @param declaredDays days of the run as the text itself has them, or as overridden where that is more: a run that is
   * shortened by `--days` keeps the dates of the whole
   */
  constructor(
    readonly spec: ScenarioSpec,
    private readonly locator: Locator,
    readonly declaredDays: number,
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
    if (this.overridden.some((set) => isPrefix(set, path))) return { file: optionOf(path) };
    const exact = path.length > 0 ? this.#offsetOf(path) : undefined;
    if (exact === undefined && path.length > 0 && this.overridden.some((set) => isPrefix(path, set))) {
      return { file: optionOf(path) };
    }
    for (let length = path.length; length > 0; length--) {
      const offset = this.#offsetOf(path.slice(0, length));
      if (offset !== undefined) return this.at(offset);
    }
    return { file: this.file, line: 1, column: 1 };
  }

  /** Place of a position in the text. */
  at(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line, column: col };
  }

  #offsetOf(path: Path): number | undefined {
    const parent = path.length === 1 ? this.document.contents : this.document.getIn(path.slice(0, -1), true);
    const last = String(path[path.length - 1]);
    if (isMap(parent)) {
      const key = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === last)?.key;
      return (key as Node | undefined)?.range?.[0];
    }
    return (this.document.getIn([...path], true) as Node | undefined)?.range?.[0];
  }
}

/** `--days` and `--seed` are short for `--set days=` and `--set seed=`. */
function optionOf([first]: Path): string {
  return first === 'days' || first === 'seed' ? `--${first}` : '--set';
}

function isPrefix(short: Path, long: Path): boolean {
  return short.length <= long.length && short.every((part, i) => String(part) === String(long[i]));
}

const MOST_PATH_CHARACTERS = 200;

/** `shocks.dyeing.on.sector[1]`; control characters of odd keys are left out. */
function formatPath(path: Path): string {
  const text = path.reduce<string>(
    (above, part) => (typeof part === 'number' ? `${above}[${part}]` : above === '' ? part : `${above}.${part}`),
    '',
  );
  return text.replace(/\p{Cc}/gu, '').slice(0, MOST_PATH_CHARACTERS);
}
