// Milestones as sentences, one for each type.
import type { Milestone } from '#libs/messages';
import { count, percent, yuan } from './numbers';
import type { Language } from './words';

/** What a sentence needs besides the milestone. */
interface Teller {
  readonly date: string;
  readonly name: (id: string) => string;
}

/**
 * Tells a milestone in one sentence that begins with its date.
 * @param dateOf the date of a day, as written in the language
 * @param nameOf the name of a sector, enterprise, shock or lever, from its id
 */
export function tellMilestone(
  milestone: Milestone,
  language: Language,
  dateOf: (day: number) => string,
  nameOf: (id: string) => string,
): string {
  const teller = { date: dateOf(milestone.day), name: nameOf };
  return language === 'zh' ? inChinese(milestone, teller) : inEnglish(milestone, teller);
}

function inEnglish(milestone: Milestone, { date, name }: Teller): string {
  switch (milestone.type) {
    case 'ShockBegan':
      return `${date}: shock ${name(milestone.shock)} began${explained(milestone.text, ': ')}.`;
    case 'ShockEnded':
      return `${date}: shock ${name(milestone.shock)} ended${explained(milestone.text, ': ')}.`;
    case 'LeverPulled':
      return `${date}: lever ${name(milestone.lever)} was set to ${plain(milestone.value)}.`;
    case 'SectorResumed':
      return `${date}: ${name(milestone.sector)} resumed: ${percent(milestone.share)} of its enterprises, ${percent(milestone.capacity)} of its capacity.`;
    case 'ShortageReachedSector':
      return milestone.from === ''
        ? `${date}: a shortage began in ${name(milestone.sector)}, down to ${percent(milestone.throughput)} of its base.`
        : `${date}: the shortage reached ${name(milestone.sector)} from ${name(milestone.from)}, down to ${percent(milestone.throughput)} of its base.`;
    case 'ShortageLeftSector':
      return `${date}: the shortage left ${name(milestone.sector)} after ${count(milestone.afterDays)} ${milestone.afterDays === 1 ? 'day' : 'days'}, ${percent(milestone.depth)} deep at worst.`;
    case 'MarketOpened':
      return `${date}: the market opened with ${count(milestone.shopsOpen)} shops, ${percent(milestone.share)} of all.`;
    case 'EnterpriseResumed':
      return `${date}: ${name(milestone.enterprise)} (${name(milestone.sector)}) resumed.`;
    case 'FirstContainerLeft':
      return `${date}: ${name(milestone.enterprise)} sent its first ${milestone.containers === 1 ? 'container' : `${count(milestone.containers)} containers`}.`;
    case 'ContractLate':
      return `${date}: ${name(milestone.enterprise)} is late with contracts of ${yuan(milestone.overdueYuan, 'en')}.`;
    default:
      return milestone satisfies never;
  }
}

function inChinese(milestone: Milestone, { date, name }: Teller): string {
  switch (milestone.type) {
    case 'ShockBegan':
      return `${date}：冲击“${name(milestone.shock)}”开始${explained(milestone.text, '：')}。`;
    case 'ShockEnded':
      return `${date}：冲击“${name(milestone.shock)}”结束${explained(milestone.text, '：')}。`;
    case 'LeverPulled':
      return `${date}：措施“${name(milestone.lever)}”调为 ${plain(milestone.value)}。`;
    case 'SectorResumed':
      return `${date}：${name(milestone.sector)}复工，复工率 ${percent(milestone.share)}，复产率 ${percent(milestone.capacity)}。`;
    case 'ShortageReachedSector':
      return milestone.from === ''
        ? `${date}：${name(milestone.sector)}开始短缺，降到常态的 ${percent(milestone.throughput)}。`
        : `${date}：短缺由${name(milestone.from)}传到${name(milestone.sector)}，降到常态的 ${percent(milestone.throughput)}。`;
    case 'ShortageLeftSector':
      return `${date}：${name(milestone.sector)}走出短缺，历时 ${count(milestone.afterDays)} 天，最深 ${percent(milestone.depth)}。`;
    case 'MarketOpened':
      return `${date}：市场开市，开门商铺 ${count(milestone.shopsOpen)} 家，占 ${percent(milestone.share)}。`;
    case 'EnterpriseResumed':
      return `${date}：${name(milestone.enterprise)}（${name(milestone.sector)}）复工。`;
    case 'FirstContainerLeft':
      return `${date}：${name(milestone.enterprise)}发出首批 ${count(milestone.containers)} 个集装箱。`;
    case 'ContractLate':
      return `${date}：${name(milestone.enterprise)}逾期合同 ${yuan(milestone.overdueYuan, 'zh')}。`;
    default:
      return milestone satisfies never;
  }
}

const explained = (text: string, colon: string): string => (text === '' ? '' : colon + text.replace(/[.。]$/, ''));

/** A lever's value as given: up to four decimals, none that say nothing. */
const plain = (value: number): string => count(value, 4).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
