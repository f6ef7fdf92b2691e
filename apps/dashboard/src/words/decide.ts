// Words of the panel in which something is decided.
import type { Language } from '#libs/words';

export interface DecideWords {
  readonly forkTitle: (date: string, day: number) => string;
  readonly interveneTitle: string;
  readonly forkNote: string;
  readonly interveneNote: string;
  readonly fromDay: string;
  /** Where another day was typed. */
  readonly dayBetween: (least: number, most: number) => string;
  readonly search: string;
  readonly searchHint: string;
  readonly noLever: (search: string) => string;
  readonly nothingActs: string;
  readonly on: string;
  readonly off: string;
  readonly becomes: string;
  readonly becomesHint: string;
  readonly notANumber: (text: string) => string;
  readonly sameAsNow: string;
  readonly preview: (name: string, before: string, after: string, date: string) => string;
  readonly then: (after: string, date: string, before: string) => string;
  readonly moreSteps: (count: number) => string;
  readonly staysToTheEnd: string;
  readonly givesUp: (value: string, date: string) => string;
  readonly fork: string;
  readonly decide: string;
  readonly sending: string;
  readonly stands: (name: string, value: string, date: string, day: number) => string;
  readonly later: (day: number) => string;
  readonly isOver: string;
  readonly forkInstead: string;
  readonly notAllowed: string;
  readonly compareParent: string;
  readonly forkOf: (date: string) => string;
  readonly step: (value: string | number, date: string) => string;
}

const en: DecideWords = {
  forkTitle: (date, day) => `What if, from ${date} (day\u00a0${day})?`,
  interveneTitle: 'Decide in this run',
  forkNote: 'A second run with the same past and the same chance. Whatever differs comes from your decision.',
  interveneNote: 'It stands from the day asked for, or from the first that is not open yet.',
  fromDay: 'From day',
  dayBetween: (least, most) => `a day from ${least} to ${most}`,
  search: 'Lever',
  searchHint: 'passes, seats, masks …',
  noLever: (search) => `No lever is called “${search}”.`,
  nothingActs: 'not in force',
  on: 'on',
  off: 'off',
  becomes: 'Becomes',
  becomesHint: 'A value, or a change such as +30 or −10',
  notANumber: (text) => `“${text}” is no number. Write 60, or +30 for 30 more.`,
  sameAsNow: 'That is what it is already.',
  preview: (name, before, after, date) => `${name}: ${before} → ${after} from ${date}`,
  then: (after, date, before) => `${after} from ${date} (instead of ${before})`,
  moreSteps: (count) => `and ${count} later step${count === 1 ? '' : 's'}`,
  staysToTheEnd: 'to the end of the run',
  givesUp: (value, date) => `The scenario’s ${value} on ${date} no longer comes.`,
  fork: 'Run it',
  decide: 'Decide',
  sending: 'Sending …',
  stands: (name, value, date, day) => `${name}: ${value} stands from ${date} (day ${day}).`,
  later: (day) => `Day ${day} was open already.`,
  isOver: 'The run is over: nothing can be decided in it any more.',
  forkInstead: 'Fork it here instead',
  notAllowed: 'Your key may look, but not decide.',
  compareParent: 'Compare with the parent',
  forkOf: (date) => `Fork from ${date}`,
  step: (value, date) => `${value} from ${date}`,
};

const zh: DecideWords = {
  forkTitle: (date, day) => `如果从${date}（第 ${day} 天）起……`,
  interveneTitle: '在本次运行中决定',
  forkNote: '第二次运行，过去与随机因素都相同；差异全部来自您的决定。',
  interveneNote: '自所选日期起生效；若该日已打开，则自下一个未打开的日子起生效。',
  fromDay: '自第几天',
  dayBetween: (least, most) => `第 ${least} 至 ${most} 天`,
  search: '措施',
  searchHint: '通行证、座位、口罩……',
  noLever: (search) => `没有名为“${search}”的措施。`,
  nothingActs: '未实行',
  on: '实行',
  off: '不实行',
  becomes: '改为',
  becomesHint: '数值，或增减量，如 +30、−10',
  notANumber: (text) => `“${text}”不是数字。请写 60，或用 +30 表示增加 30。`,
  sameAsNow: '与现在相同。',
  preview: (name, before, after, date) => `${name}：自${date}起 ${before} → ${after}`,
  then: (after, date, before) => `自${date}起 ${after}（原为 ${before}）`,
  moreSteps: (count) => `其后另有 ${count} 次变化`,
  staysToTheEnd: '直至运行结束',
  givesUp: (value, date) => `方案中${date}的 ${value} 不再实行。`,
  fork: '运行',
  decide: '决定',
  sending: '正在发送……',
  stands: (name, value, date, day) => `${name}：${value}，自${date}（第 ${day} 天）起生效。`,
  later: (day) => `第 ${day} 天已经打开。`,
  isOver: '运行已结束，不能再作决定。',
  forkInstead: '改为从此分叉',
  notAllowed: '您的密钥只能查看，不能决定。',
  compareParent: '与原运行对比',
  forkOf: (date) => `自${date}分叉`,
  step: (value, date) => `自${date}起 ${value}`,
};

export const DECIDE_WORDS: Readonly<Record<Language, DecideWords>> = { en, zh };
