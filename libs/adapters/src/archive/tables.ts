// The tables of an archive, each a Parquet file that grows day by day.
import type { TableOptions } from './parquet-table';

export const RATES: TableOptions = {
  numbers: 'DOUBLE',
  note: 'One row per day and scope: the chain, each sector (with what holds it down), each zone. Numbers are exact.',
};

export const LOSSES: TableOptions = {
  numbers: 'DOUBLE',
  note: 'One row per day, sector that loses, root cause and sector where it arose (roads: transport). Numbers are exact.',
};

export const ENTERPRISE_DAYS: TableOptions = {
  numbers: 'FLOAT',
  note: 'One row per day and enterprise. Numbers are 32-bit, good to 7 digits: snapshots/ holds exact ones.',
};
