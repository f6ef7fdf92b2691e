// A Parquet file written day by day. Days are collected into pages, pages squeezed (GZIP) beside the run and collected
// into row groups. hyparquet-writer makes headers and footer; pages are made here, because its own encoders go value by
// value and squeeze on the run's thread. No nulls, no nesting, one codec: pandas, DuckDB and hyparquet read it.
import type { Columns } from '#libs/runtime';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ArchiveFile } from './archive-file';
import type { Backlog } from './backlog';
import { gzipPage } from './deflate';
import { DictionaryColumn, IntegerColumn, NumberColumn, type PageBody, type TableColumn } from './parquet-column';
import { writeRowGroup, type GroupColumn, type SqueezedPage } from './parquet-group';

/** A page is cut after the day that reaches this many rows. */
const PAGE_ROWS = 20_000;
/** A row group is written after the page that reaches this many rows; until then its squeezed pages stay in memory. */
const GROUP_ROWS = 500_000;
const MS_PER_DAY = 86_400_000;

export interface TableOptions {
  /** How columns of 64-bit numbers are kept: FLOAT has 7 digits. */
  readonly numbers: 'FLOAT' | 'DOUBLE';
  /** Columns whose whole numbers stand for words: their place in this list. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** What a reader should know, kept in the file's metadata. */
  readonly note: string;
}

/** A column and its pages of the row group under way. */
interface Collector {
  readonly name: string;
  readonly column: Omit<TableColumn<never>, 'add'>;
  readonly add: (values: Columns[string]) => void;
  pages: SqueezedPage[];
}

/** A table with the columns `day` and `date` and those of the first day's rows. */
export class ParquetTable {
  readonly #bytes = new ByteWriter();
  /** Pages that come again and again (the names of enterprises, day after day) are squeezed once. */
  readonly #squeezed = new WeakMap<Uint8Array, SqueezedPage>();
  #collectors: readonly Collector[] = [];
  #parquet: ParquetWriter | undefined;
  #pageRows = 0;
  #groupRows = 0;
  #firstDay = 0;
  #lastDay = 0;
  #tail: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: ArchiveFile,
    private readonly backlog: Backlog,
    private readonly options: TableOptions,
  ) {}

  /** Takes a copy of the day's rows. */
  append(day: number, date: string, columns: Columns): void {
    const rows = Object.values(columns).at(0)?.length ?? 0;
    const dayNumber = Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
    const own = { day: new Int32Array(rows).fill(day), date: new Int32Array(rows).fill(dayNumber) };
    const all: Columns = { ...own, ...columns };
    this.#parquet ??= this.#begin(all);
    if (this.#pageRows + this.#groupRows === 0) this.#firstDay = day;
    this.#lastDay = day;
    for (const { name, add } of this.#collectors) {
      const values = all[name];
      if (values?.length !== rows) throw new Error(`${this.file.name}, day ${day}: column ${name} has not ${rows} rows`);
      add(values);
    }
    this.#pageRows += rows;
    if (this.#pageRows >= PAGE_ROWS) this.#cutPages();
    if (this.#groupRows >= GROUP_ROWS) this.#cutGroup();
  }

  /** Writes what is left, and the footer. */
  async finish(): Promise<void> {
    const parquet = (this.#parquet ??= this.#begin({ day: new Int32Array(0), date: new Int32Array(0) }));
    if (this.#pageRows > 0) this.#cutPages();
    if (this.#groupRows > 0) this.#cutGroup();
    await this.#tail;
    await parquet.finish();
    await this.#drain();
  }

  #begin(columns: Columns): ParquetWriter {
    this.#collectors = Object.entries(columns).map(([name, values]) => collectorOf(name, values, this.options));
    const elements = this.#collectors.map(({ column }) => column.element);
    return new ParquetWriter({
      writer: this.#bytes,
      schema: [{ name: 'root', num_children: elements.length }, ...elements],
      codec: 'GZIP',
      kvMetadata: [{ key: 'resumption', value: this.options.note }],
      createdBy: 'resumption',
    });
  }

  #cutPages(): void {
    for (const { column, pages } of this.#collectors) {
      pages.push(this.#squeeze(column.cut(), column.encoding === 'BYTE_STREAM_SPLIT'));
    }
    this.#groupRows += this.#pageRows;
    this.#pageRows = 0;
  }

  #cutGroup(): void {
    const columns = this.#collectors.map((collector): GroupColumn => {
      const { column, pages } = collector;
      collector.pages = [];
      const { element, encoding } = column;
      const entries = column.dictionary();
      return { element, encoding, pages, dictionary: entries && this.#squeeze(entries, false), range: this.#rangeOf(element) };
    });
    const group = { rows: this.#groupRows, columns };
    const parquet = this.#parquet;
    this.#groupRows = 0;
    this.#tail = this.backlog.watch(
      this.#tail.then(() => (parquet ? writeRowGroup(parquet, group, this.#bytes, () => this.#drain()) : undefined)),
    );
  }

  /** Lets a reader that asks for some days skip the others. */
  #rangeOf({ name }: SchemaElement): GroupColumn['range'] {
    return name === 'day' ? { least: this.#firstDay, greatest: this.#lastDay } : undefined;
  }

  #squeeze({ rows, bytes }: PageBody, isPlanes: boolean): SqueezedPage {
    const known = this.#squeezed.get(bytes);
    if (known !== undefined) return known;
    const squeezed = this.backlog.add(bytes.length, () => gzipPage(bytes, isPlanes));
    const page = { rows, plainBytes: bytes.length, bytes: squeezed };
    this.#squeezed.set(bytes, page);
    return page;
  }

  async #drain(): Promise<void> {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    await this.file.append(bytes);
  }
}

function collectorOf(name: string, values: Columns[string], { numbers, labels }: TableOptions): Collector {
  const word: SchemaElement = { name, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  const words = labels[name];
  if (values instanceof Float64Array) return collector(name, new NumberColumn(name, numbers));
  if (!(values instanceof Uint8Array || values instanceof Int32Array)) return collector(name, new DictionaryColumn<string>(word));
  if (words !== undefined) {
    const column = new DictionaryColumn<string>(word);
    const add = (codes: Columns[string]): void => column.add(Array.from(codes as Uint8Array, (code) => words[code]));
    return { name, column, add, pages: [] };
  }
  if (name === 'date') return collector(name, new DictionaryColumn<number>({ name, type: 'INT32', converted_type: 'DATE' }));
  if (name === 'day' || values instanceof Uint8Array) return collector(name, new DictionaryColumn<number>({ name, type: 'INT32' }));
  return collector(name, new IntegerColumn(name));
}

/** The kind of a column's values is that of the first day. */
function collector<Values extends Columns[string]>(name: string, column: TableColumn<Values>): Collector {
  return { name, column, add: (values) => column.add(values as Values), pages: [] };
}
