import { faultAt, rowAround, tableOf, type Fault } from './faults';

const fault = (path: string): Fault => ({ code: 'X', path, line: 2, column: 1, reason: 'no.', mend: 'Mend it.' });

describe('faults of a scenario', () => {
  it('belong to the table that they name, else to the text', () => {
    expect(tableOf(fault('links.csv'))).toBe('links.csv');
    expect(tableOf(fault('levers.passes'))).toBeUndefined();
  });

  it('belong to the field whose path they name, or lie below', () => {
    const faults = [fault('levers.passes.values.2020-02-10'), fault('levers.passes-two')];
    expect(faultAt(faults, ['levers', 'passes'])).toBe(faults[0]);
    expect(faultAt(faults, ['levers', 'passes', 'values', '2020-02-13'])).toBeUndefined();
  });

  it('show the row of a table beneath its head', () => {
    expect(rowAround('id,sector\na,b\nc,d\n', 3)).toEqual({ head: 'id,sector', row: 'c,d' });
  });
});
