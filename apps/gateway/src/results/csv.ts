// Rows as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it.
import type { Row } from '#libs/runtime';

export function csvOf(columns: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((name) => cellOf(row[name])).join(','));
  return [columns.map(quoted).join(','), ...lines, ''].join('\r\n');
}

function cellOf(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quoted(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
  return Number.isFinite(value) ? String(value) : '';
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
