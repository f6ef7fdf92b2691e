// The figures of a chart as a table: what `t` shows in the place of every chart.
export interface TableShape {
  readonly columns: readonly string[];
  /** Cells as they are read; numbers stand to the right. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns of numbers; all but the first where left out. */
  readonly numeric?: readonly number[];
}

export function TableView({
  columns,
  rows,
  numeric,
  caption,
}: TableShape & { readonly caption: string }): React.ReactNode {
  const isNumeric = (at: number): boolean => (numeric ? numeric.includes(at) : at > 0);
  return (
    <div className="table-view" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col" className={isNumeric(at) ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={at} className={isNumeric(at) ? 'number' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
