// What ends the page: warnings, whether the chain recovers when left alone, where the run is kept, what to type next.
import { percentFine, yuan } from '#libs/words';
import { cut, flow, widthOf } from './columns';
import type { Page, Room } from './page';

/** Characters of the digest: enough to tell two runs apart by eye. */
const DIGEST_SHOWN = 8;

export interface Kept {
  /** Folder of the run's archive. */
  readonly saved?: string | undefined;
  /** The command to type next; by default the events of the saved run. */
  readonly next?: string | undefined;
}

export function drawFoot(page: Page, room: Room, { saved, next }: Kept): string[] {
  const { summary, words, width, paint } = page;
  const command = next ?? (saved === undefined ? undefined : `resumption events ${saved}`);
  const kept = [
    ...(saved === undefined ? [] : [`${words.saved} ${saved}`]),
    `${words.digest} ${summary.digest.slice(0, DIGEST_SHOWN)}`,
    ...(command === undefined ? [] : [`${words.next}${words.colon}${paint.bold(command)}`]),
  ];
  const [first, ...rest] = flow(kept, { between: '  ', columns: width, indent: '' });
  return [...drawWarnings(page, room.warningRows), ...drawOutlook(page), first, ...rest];
}

/** Warnings in full where they fit, else a row each, cut. */
function drawWarnings({ summary, words, width }: Page, rows: number): string[] {
  const { warnings } = summary;
  const lead = words.warning + words.colon;
  const full = warnings.flatMap(({ text }) =>
    flow((lead + text).split(' '), { between: ' ', columns: width, indent: '  ' }),
  );
  if (full.length <= rows && full.every((row) => widthOf(row) <= width)) return full;
  return warnings.slice(0, rows).map(({ text }, index) => {
    const left = index === rows - 1 ? warnings.length - rows : 0;
    const more = left > 0 ? ` (${words.moreWarnings(left)})` : '';
    return lead + cut(text, width - widthOf(lead + more)) + more;
  });
}

/** Whether the chain recovers when left alone, and what the levers cost. */
function drawOutlook({ summary, words, language, width }: Page): string[] {
  const { recoverability, leverCosts } = summary;
  const cost = leverCosts.reduce((sum, lever) => sum + lever.yuan, 0);
  const items = cost > 0 ? [words.leversCost(yuan(cost, language))] : [];
  if (recoverability) {
    const { steady, recovered, afterDays, capacityRecovery } = recoverability;
    const tell = recovered ? words.recovers : steady ? words.staysBelow : words.notSteady;
    items.unshift(cut(tell(percentFine(capacityRecovery), afterDays), width));
  }
  return flow(items, { between: '  ', columns: width, indent: '' });
}
