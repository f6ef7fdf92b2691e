// A Parquet file written day by day. Days are collected into pages, pages squeezed (GZIP) beside the run and collected
// into row groups. hyparquet-writer makes headers and footer; pages are made here, because its own encoders go value by
// value and squeeze on the run's thread. No nulls, no nesting, one codec: pandas, DuckDB and hyparquet read it.
import type { CodedColumn, Columns } from '#libs/runtime';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ArchiveFile } from './archive-file';
import type { Backlog } from './backlog';
import { gzipPage } from './deflate';
import { DictionaryColumn, NumberColumn, type PageBody, type TableColumn } from './parquet-column';
import { writeRowGroup, type GroupColumn, type SqueezedPage } from './parquet-group';

/** A page is cut after the day that reaches this many rows. */
const PAGE_ROWS = 20_000;
/** A row group is written after the page that reaches this many rows; until then its squeezed pages stay in memory. */
const GROUP_ROWS = 500_000;
const MS_PER_DAY = 86_400_000;

export interface TableOptions {
  /** How columns of 64-bit numbers are kept: FLOAT has 7 digits. */
  readonly numbers: 'FLOAT' | 'DOUBLE';
  /** What a reader should know, kept in the file's metadata. */
  readonly note: string;
}

/** A column and its pages of the row group under way. */
interface Collector {
  readonly column: TableColumn;
  readonly add: (day: Columns) => void;
  pages: SqueezedPage[];
}

/** A table with the columns `day` and `date` and those of the first day's rows. */
export class ParquetTable {
  readonly #bytes = new ByteWriter();
  readonly #day = new DictionaryColumn<number>({ name: 'day', type: 'INT32' });
  readonly #date = new DictionaryColumn<number>({ name: 'date', type: 'INT32', converted_type: 'DATE' });
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
    private readonly file: Pick<ArchiveFile, 'name' | 'append'>,
    private readonly backlog: Backlog,
    private readonly options: TableOptions,
  ) {}

  /** Takes a copy of the day's rows. */
  append(day: number, date: string, columns: Columns): void {
    const lengths = Object.values(columns).map(rowsOf);
    const rows = lengths[0] ?? 0;
    this.#parquet ??= this.#begin(columns);
    if (lengths.length !== this.#collectors.length - 2 || lengths.some((length) => length !== rows)) {
      throw new Error(
        `${this.file.name}: the columns of day ${day} are not as long, or not as many, as they should be`,
      );
    }
    if (this.#pageRows + this.#groupRows === 0) this.#firstDay = day;
    this.#lastDay = day;
    this.#day.addRepeated(day, rows);
    this.#date.addRepeated(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY, rows);
    for (const { add } of this.#collectors) add(columns);
    this.#pageRows += rows;
    if (this.#pageRows >= PAGE_ROWS) this.#cutPages();
    if (this.#groupRows >= GROUP_ROWS) this.#cutGroup();
  }

  /** Writes what is left, and the footer. */
  async finish(): Promise<void> {
    const parquet = (this.#parquet ??= this.#begin({}));
    if (this.#pageRows > 0) this.#cutPages();
    if (this.#groupRows > 0) this.#cutGroup();
    await this.#tail;
    await parquet.finish();
    await this.#drain();
  }

  #begin(columns: Columns): ParquetWriter {
    const own = [this.#day, this.#date].map((column): Collector => ({ column, add: () => undefined, pages: [] }));
    const given = Object.entries(columns).map(([name, values]) => collectorOf(name, values, this.options.numbers));
    this.#collectors = [...own, ...given];
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
      return {
        element,
        encoding,
        pages,
        dictionary: entries && this.#squeeze(entries, false),
        range: this.#rangeOf(element),
      };
    });
    const group = { rows: this.#groupRows, columns };
    const parquet = this.#parquet;
    this.#groupRows = 0;
    const heldBytes = columns.flatMap(({ pages }) => pages).reduce((sum, { plainBytes }) => sum + plainBytes, 0);
    this.#tail = this.backlog.hold(
      heldBytes,
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

/** The kind of a column is that of its first day. */
function collectorOf(name: string, first: Columns[string], numbers: TableOptions['numbers']): Collector {
  if (first instanceof Float64Array) {
    const column = new NumberColumn(name, numbers);
    return { column, add: (day) => column.add(day[name] as Float64Array), pages: [] };
  }
  const column = new DictionaryColumn<string>({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8' });
  if (!('codes' in first)) return { column, add: (day) => column.add(day[name] as readonly string[]), pages: [] };
  const addCoded = (day: Columns): void => {
    const { codes, names } = day[name] as CodedColumn;
    column.addCoded(codes, names);
  };
  return { column, add: addCoded, pages: [] };
}

function rowsOf(values: Columns[string]): number {
  return 'codes' in values ? values.codes.length : values.length;
}
