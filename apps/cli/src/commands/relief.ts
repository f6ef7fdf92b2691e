// `resumption relief DIR@DAY`: the bottleneck by relief. From the day's start on, one constraint after the other is lifted
// and the run followed; the one whose relaxation brings most to final demand is the bottleneck.
import { join } from 'node:path';
import { readArchive } from '#libs/adapters';
import { reliefDays } from '#libs/analysis';
import type { Chain } from '#libs/model';
import { refuseOtherModel } from '../archived';
import type { Context } from '../context';
import { dayOfRun, splitPlace } from '../place';
import { runJobs } from '../pool';
import { reliefStart } from '../relief-start';
import type { ReliefRow, ReliefTable } from '../relief-table';
import { drawMembersDone, drawRelief } from '../terminal';
import { workersOf } from './band';

export interface ReliefOptions {
  readonly workers?: string;
  readonly json?: boolean;
}

export async function relief(place: string, options: ReliefOptions, context: Context): Promise<void> {
  const workers = workersOf(options.workers);
  const { folder, dayText } = splitPlace(place, 'relief');
  const archive = await readArchive(folder);
  refuseOtherModel(folder, archive);
  const day = dayOfRun(archive, dayText);
  const { compiled, start, lifts } = await reliefStart(folder, archive, day);
  const { chain, spec, calendar } = compiled;
  const inputs = [[], ...lifts.map((one) => [one])];
  const tell = (done: number): void => {
    if (context.isInteractive) context.err(`\r${drawMembersDone(done, inputs.length, context)}`);
  };
  const main = join(__dirname, '..', 'lifted-main.js');
  const [delivered, ...relieved] = await runJobs<number>('delivered', inputs, {
    main,
    shared: start,
    workers,
    onDone: tell,
  });
  if (context.isInteractive) context.err('\r\u001b[2K');
  const overDays = reliefDays(chain);
  const baselineYuan = overDays * finalDemandOf(chain);
  const reliefs = lifts
    .map(({ cause, sector }, at): ReliefRow => {
      const gainYuan = relieved[at] - delivered;
      const shareOfBaseline = baselineYuan > 0 ? gainYuan / baselineYuan : 0;
      return { cause, sector: sector === null ? null : chain.sectors[sector].id, gainYuan, shareOfBaseline };
    })
    .sort((a, b) => b.gainYuan - a.gainYuan);
  const table: ReliefTable = {
    scenario: { id: spec.id, name: spec.name },
    ...{ start: spec.start, day, date: calendar.dateOf(day), overDays, deliveredYuan: delivered, baselineYuan },
    sectorNames: Object.fromEntries(Object.entries(spec.sectors).map(([id, { name }]) => [id, name ?? { en: id }])),
    reliefs,
  };
  context.out(options.json ? `${JSON.stringify(table)}\n` : `${drawRelief(table, context)}\n`);
}

/** What the baseline delivers to final demand in a day; sellers outside do not count. */
function finalDemandOf({ enterprises, sectors }: Chain): number {
  let sum = 0;
  for (let i = 0; i < enterprises.count; i++) {
    if (!sectors[enterprises.sector[i]].outside) sum += enterprises.finalDemandYuan[i];
  }
  return sum;
}
