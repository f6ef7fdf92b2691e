// Milestones as sentences, one for each type.
import { BINDING_CONSTRAINTS, type BindingConstraint, type LossCause, type Milestone } from '#libs/messages';
import { en } from './en';
import { tellLever } from './levers';
import { START } from './milestone-names';
import { count, percent, yuan } from './numbers';
import type { Language, Words } from './words';
import { zh } from './zh';

type NameOf = (id: string) => string;

/**
 * Tells a milestone in one sentence that begins with its date.
 * @param dateOf the date of a day, as written in the language
 * @param nameOf the name of a sector, enterprise, shock or lever, from its id
 * @param actOf what a lever acts on, from its path
 */
export function tellMilestone(
  milestone: Milestone,
  language: Language,
  dateOf: (day: number) => string,
  nameOf: NameOf,
  actOf: (path: string) => string | undefined = () => undefined,
): string {
  const sentence = sentenceOf(milestone, language, nameOf, actOf);
  return language === 'zh' ? `${dateOf(milestone.day)}：${sentence}` : `${dateOf(milestone.day)}: ${sentence}`;
}

function sentenceOf(
  milestone: Milestone,
  language: Language,
  nameOf: NameOf,
  actOf: (path: string) => string | undefined,
): string {
  if (milestone.type === 'LeverPulled') {
    const { lever, value } = milestone;
    const told = tellLever(actOf(lever) ?? lever, nameOf(lever), value, language);
    if (told !== undefined) return told + (language === 'zh' ? '。' : '.');
  }
  return language === 'zh' ? inChinese(milestone, nameOf) : inEnglish(milestone, nameOf);
}

/** Why a run does not start from its baseline: in the language, where the scenario says it in both. */
function startOf(text: string, name: NameOf): string {
  const cause = name(START);
  return cause === START ? text : cause;
}

/** Enterprises of a sector that resumed on one day, together. */
export function tellResumed(count: number, sector: string, date: string, language: Language): string {
  return language === 'zh'
    ? `${date}：${sector} ${count} 家企业复工。`
    : `${date}: ${count} enterprises of ${sector} resumed.`;
}

function inEnglish(milestone: Milestone, name: NameOf): string {
  switch (milestone.type) {
    case 'ShockBegan':
      if (milestone.shock === START) return `it begins after ${startOf(milestone.text, name).replace(/[.]$/, '')}.`;
      return `the shock ${name(milestone.shock)} began${explained(milestone.text, en)}.`;
    case 'ShockEnded':
      return `the shock ${name(milestone.shock)} ended${explained(milestone.text, en)}.`;
    case 'LeverPulled':
      return `${name(milestone.lever)} was set to ${plain(milestone.value)}.`;
    case 'SectorResumed':
      return `${name(milestone.sector)} is back: ${percent(milestone.share)} of its enterprises resumed, ${percent(milestone.capacity)} of its capacity recovered.`;
    case 'ShortageReachedSector':
      return `a shortage reached ${name(milestone.sector)}${origin(milestone.from, name, en)}: ${percent(milestone.throughput)} of base.`;
    case 'ShortageLeftSector':
      return `the shortage left ${name(milestone.sector)} after ${en.days(count(milestone.afterDays))}, ${percent(1 - milestone.depth)} of base at the lowest.`;
    case 'MarketOpened':
      return `the market opened with ${count(milestone.shopsOpen)} shops, ${percent(milestone.share)} of all.`;
    case 'EnterpriseResumed':
      return `${name(milestone.enterprise)} (${name(milestone.sector)}) resumed.`;
    case 'FirstContainerLeft':
      return milestone.containers === 1
        ? `${name(milestone.enterprise)} sent the first container.`
        : `${name(milestone.enterprise)} sent the first containers: ${count(milestone.containers)}.`;
    case 'PassGranted':
      return `the office granted ${en.passes(count(milestone.passes))} on the road ${name(milestone.road)}; now held: ${count(milestone.holders)}.`;
    case 'ContractLate':
      return `${name(milestone.enterprise)} is overdue with contracts of ${yuan(milestone.overdueYuan, 'en')}.`;
    case 'BottleneckOpened':
      return `the chain is stuck at ${held(milestone, name, en)}: ${percent(milestone.share)} of what is lost that day.`;
    case 'BottleneckMoved':
      return `the bottleneck moved from ${held({ sector: milestone.fromSector, cause: milestone.fromCause }, name, en)} to ${held(milestone, name, en)}.`;
    case 'BottleneckCleared':
      return `nothing holds the chain back any more, after ${en.days(count(milestone.afterDays))}; the last was ${held(milestone, name, en)}.`;
    case 'StaffReturned':
      return `${percent(milestone.share)} of the staff of ${name(milestone.sector)} are on post, ${count(milestone.heads)} workers.`;
    case 'SeatsTaken':
      return `the first ${milestone.way === 'train' ? 'workers’ train' : 'charter buses'} brought ${count(milestone.heads)} workers.`;
    case 'MasksAllotted':
      return `${count(milestone.masks)} masks were allotted in ${en.days(count(milestone.overDays))}.`;
    case 'PlaceClosed':
      return `${name(milestone.place)} was closed again, for ${en.days(count(milestone.days))}.`;
    case 'PlaceReopened':
      return `${name(milestone.place)} may open again.`;
    case 'ContractCancelled':
      return `${name(milestone.enterprise)} lost contracts of ${yuan(milestone.cancelledYuan, 'en')}, cancelled as too long overdue.`;
    default:
      return milestone satisfies never;
  }
}

function inChinese(milestone: Milestone, name: NameOf): string {
  switch (milestone.type) {
    case 'ShockBegan':
      if (milestone.shock === START) return `起点：${startOf(milestone.text, name).replace(/[.。]$/, '')}。`;
      return `冲击“${name(milestone.shock)}”开始${explained(milestone.text, zh)}。`;
    case 'ShockEnded':
      return `冲击“${name(milestone.shock)}”结束${explained(milestone.text, zh)}。`;
    case 'LeverPulled':
      return `${name(milestone.lever)} 调为 ${plain(milestone.value)}。`;
    case 'SectorResumed':
      return `${name(milestone.sector)}恢复：复工率 ${percent(milestone.share)}，复产率 ${percent(milestone.capacity)}。`;
    case 'ShortageReachedSector':
      return `短缺到达${name(milestone.sector)}${origin(milestone.from, name, zh)}：降到常态的 ${percent(milestone.throughput)}。`;
    case 'ShortageLeftSector':
      return `${name(milestone.sector)}走出短缺，历时 ${count(milestone.afterDays)} 天，最低为常态的 ${percent(1 - milestone.depth)}。`;
    case 'MarketOpened':
      return `市场开市，开门商铺 ${count(milestone.shopsOpen)} 家，占 ${percent(milestone.share)}。`;
    case 'EnterpriseResumed':
      return `${name(milestone.enterprise)}（${name(milestone.sector)}）复工。`;
    case 'FirstContainerLeft':
      return `${name(milestone.enterprise)}发出首批集装箱 ${count(milestone.containers)} 个。`;
    case 'PassGranted':
      return `道路“${name(milestone.road)}”发放${zh.passes(count(milestone.passes))}，共持有 ${count(milestone.holders)} 张。`;
    case 'ContractLate':
      return `${name(milestone.enterprise)}合同逾期 ${yuan(milestone.overdueYuan, 'zh')}。`;
    case 'BottleneckOpened':
      return `全链卡在${held(milestone, name, zh)}：占当日损失的 ${percent(milestone.share)}。`;
    case 'BottleneckMoved':
      return `卡点由${held({ sector: milestone.fromSector, cause: milestone.fromCause }, name, zh)}移到${held(milestone, name, zh)}。`;
    case 'BottleneckCleared':
      return `历时 ${count(milestone.afterDays)} 天，全链不再受阻；最后的卡点为${held(milestone, name, zh)}。`;
    case 'StaffReturned':
      return `${name(milestone.sector)}返岗率达 ${percent(milestone.share)}，${count(milestone.heads)} 人。`;
    case 'SeatsTaken':
      return `首批${milestone.way === 'train' ? '就业专列' : '点对点包车'}接回 ${count(milestone.heads)} 人。`;
    case 'MasksAllotted':
      return `${count(milestone.overDays)} 天内调拨口罩 ${count(milestone.masks)} 只。`;
    case 'PlaceClosed':
      return `${name(milestone.place)}再度关停 ${count(milestone.days)} 天。`;
    case 'PlaceReopened':
      return `${name(milestone.place)}可重新开放。`;
    case 'ContractCancelled':
      return `${name(milestone.enterprise)}因逾期过久被取消合同 ${yuan(milestone.cancelledYuan, 'zh')}。`;
    default:
      return milestone satisfies never;
  }
}

/** A root cause and where it arose. */
const held = (
  { sector, cause }: { readonly sector: string | null; readonly cause: LossCause },
  name: NameOf,
  words: Words,
): string => `${sector === null ? words.roads : name(sector)} · ${words.causes[cause]}`;

const explained = (text: string, words: Words): string => (text === '' ? '' : words.colon + text.replace(/[.。]$/, ''));

/** Where a shortage came from: the sectors' ids in one text, or what bound the sector itself; "none" says nothing. */
function origin(from: string, name: NameOf, words: Words): string {
  if (from === '' || from === 'none') return '';
  return isBound(from)
    ? words.inBrackets(words.bounds[from])
    : words.reachedFrom(from.split(', ').map(name).join(words.comma));
}

const isBound = (text: string): text is BindingConstraint => (BINDING_CONSTRAINTS as readonly string[]).includes(text);

/** A lever's value as given: up to four decimals, none that say nothing. */
const plain = (value: number): string => count(value, 4).replace(/\.?0+$/, '');
