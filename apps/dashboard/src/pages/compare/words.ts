// Words of the page Compare; causes, dates and numbers come from the dictionary.
import type { Language } from '#libs/words';
import type { Rate } from './shape';

/** The change as the subject of a sentence. */
export interface ChangeSaid {
  readonly text: string;
  readonly isMany: boolean;
}

export type HeadlineSaid =
  | { readonly of: 'same' | 'little' }
  | { readonly of: 'days'; readonly days: number }
  | { readonly of: 'reached' | 'missed'; readonly date: string }
  | { readonly of: 'yuan'; readonly money: string; readonly isSaved: boolean };

export interface CompareWords {
  readonly title: string;
  readonly base: string;
  readonly choose: string;
  readonly chooseLead: string;
  readonly chosen: (count: number) => string;
  readonly compare: string;
  readonly tooFew: string;
  readonly tooFewLead: string;
  readonly toLive: string;
  readonly change: string;
  readonly remove: (name: string) => string;
  readonly add: string;
  readonly runOf: (scenario: string, seed: number, tail: string) => string;
  readonly forked: (date: string) => string;
  readonly days: (sealed: number, all: number) => string;
  readonly otherSeeds: string;
  readonly otherChains: string;
  readonly sameDraws: string;
  readonly stillRunning: (days: number) => string;
  readonly shared: (days: number) => string;
  readonly working: string;
  /** The change, as what begins the headline. */
  readonly raised: (by: string, unit: string, name: string) => ChangeSaid;
  readonly lowered: (by: string, unit: string, name: string) => ChangeSaid;
  readonly switchedOn: (name: string) => ChangeSaid;
  readonly switchedOff: (name: string) => ChangeSaid;
  readonly setTo: (name: string, value: string) => ChangeSaid;
  readonly severalChanges: (count: number) => ChangeSaid;
  readonly nothingElse: ChangeSaid;
  /** Before, what stands out, after. */
  readonly headline: (change: ChangeSaid, said: HeadlineSaid) => readonly [string, string, string];
  readonly nothingLead: string;
  readonly savedBy: (money: string, date: string) => string;
  readonly lostBy: (money: string, date: string) => string;
  readonly mostlyAt: (sector: string, money: string) => string;
  readonly staysStuck: string;
  readonly nowStuck: (before: string) => string;
  readonly whatChanged: string;
  readonly nothingChanged: string;
  readonly since: (date: string) => string;
  readonly moreInputs: (count: number) => string;
  readonly rates: Readonly<Record<Rate, string>>;
  readonly rateChoice: string;
  readonly wholeChain: (rate: string) => string;
  readonly shaded: (points: string, date: string) => string;
  readonly noneShaded: string;
  readonly forkedAt: (date: string) => string;
  readonly sameBefore: string;
  readonly eightyInstead: (after: string, before: string) => string;
  readonly day: string;
  readonly where: string;
  readonly whereNote: string;
  readonly largest: string;
  readonly points: (signed: string) => string;
  readonly firstDiffering: string;
  readonly digestsEqual: (date: string) => string;
  readonly never: string;
  readonly missedFinal: string;
  readonly valueAdded: string;
  readonly atEnd: (name: string, date: string) => string;
  readonly soonerResumed: string;
  readonly fromTo: (before: string, after: string) => string;
  readonly lossTitle: string;
  readonly lossNote: (range: string) => string;
  readonly difference: string;
  readonly other: (count: number) => string;
  readonly noLosses: string;
  readonly backTitle: string;
  readonly backNote: string;
  readonly chain: string;
  readonly notBy: (date: string) => string;
  readonly daysApart: (signed: string) => string;
  readonly noWorse: string;
  readonly worse: (sectors: string) => string;
  readonly keys: string;
  readonly openRun: string;
  readonly focus: string;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const many = (text: string): ChangeSaid => ({ text, isMany: true });
const one = (text: string): ChangeSaid => ({ text, isMany: false });

const en: CompareWords = {
  title: 'Compare',
  base: 'base',
  choose: 'Which runs are to be compared?',
  chooseLead: 'Choose two to six. The first chosen is what the others are held against.',
  chosen: (count) => `${count} chosen`,
  compare: 'Compare',
  tooFew: 'There is only one run so far',
  tooFewLead: 'Fork it at a day with another lever: the difference is what the decision is worth.',
  toLive: 'To the run',
  change: 'Other runs',
  remove: (name) => `Leave out ${name}`,
  add: 'Add a run',
  runOf: (scenario, seed, tail) => `${scenario}, seed ${seed}, ${tail}`,
  forked: (date) => `forked on ${date}`,
  days: (sealed, all) => `${sealed} of ${plural(all, 'day')}`,
  otherSeeds: 'The seeds differ, so part of the difference is chance.',
  otherChains: 'The chains differ: draws fall on other enterprises, so part is chance.',
  sameDraws: 'same random numbers, so the difference is the change',
  stillRunning: (days) => `still running: the first ${plural(days, 'day')} compared so far`,
  shared: (days) => `the first ${plural(days, 'day')}, which all have`,
  working: 'Comparing …',
  raised: (by, unit, name) => many(`${by} more ${unit === '' ? name : unit}`),
  lowered: (by, unit, name) => many(`${by} fewer ${unit === '' ? name : unit}`),
  switchedOn: one,
  switchedOff: (name) => one(`No ${name.toLowerCase()}`),
  setTo: (name, value) => one(`${name} at ${value}`),
  severalChanges: (count) => ({ text: plural(count, 'change'), isMany: count !== 1 }),
  nothingElse: one('The other run'),
  headline: ({ text, isMany }, said) => {
    const does = (verb: string): string => `${text} ${verb}${isMany ? '' : verb === 'reach' ? 'es' : 's'} `;
    switch (said.of) {
      case 'same':
        return ['Nothing differs', '', ''];
      case 'little':
        return [`${does('change')}next to nothing`, '', ''];
      case 'days':
        return [does(said.days > 0 ? 'win' : 'cost'), plural(Math.abs(said.days), 'day'), ' to 80\u2009%'];
      case 'reached':
        return [`${does('reach')}80\u2009% `, `on ${said.date}`, ', not reached before'];
      case 'missed':
        return [`${does('lose')}the 80\u2009% `, `reached on ${said.date}`, ' before'];
      case 'yuan':
        return said.isSaved
          ? [does('save'), said.money, ', but no day to 80\u2009%']
          : [does('lose'), `${said.money} more`, ', and no day to 80\u2009%'];
      default:
        return said satisfies never;
    }
  },
  nothingLead: 'Every day of the two runs is the same, digest by digest.',
  savedBy: (money, date) => `${money} of value added saved by ${date}`,
  lostBy: (money, date) => `${money} of value added more lost by ${date}`,
  mostlyAt: (sector, money) => `, mostly at ${sector} (${money}).`,
  staysStuck: 'stays what costs most.',
  nowStuck: (before) => `now costs most, no longer ${before}.`,
  whatChanged: 'What was changed',
  nothingChanged: 'Nothing: the same went into both.',
  since: (date) => `${date} –`,
  moreInputs: (count) => `and ${count} more`,
  rates: { capacityRecovery: 'Capacity', resumption: 'Resumed', throughput: 'Delivered' },
  rateChoice: 'Rate',
  wholeChain: (rate) => `${rate}, whole chain`,
  shaded: (points, date) => `shaded = fork \u2212 base, at most ${points} on ${date}`,
  noneShaded: 'the two lie on each other',
  forkedAt: (date) => `fork, ${date}`,
  sameBefore: 'identical before',
  eightyInstead: (after, before) => `80\u2009%: ${after} instead of ${before}`,
  day: 'day',
  where: 'Where it shows',
  whereNote: 'fork \u2212 base in points, by sector and day; teal = better, grey = worse',
  largest: 'largest',
  points: (signed) => `${signed} point${signed === '+1' || signed === '\u22121' ? '' : 's'}`,
  firstDiffering: 'First differing day',
  digestsEqual: (date) => `digests equal before ${date}`,
  never: 'none',
  missedFinal: 'Final demand missed',
  valueAdded: 'Value added lost',
  atEnd: (name, date) => `${name}, ${date}`,
  soonerResumed: 'Resumed, 80\u2009%',
  fromTo: (before, after) => `${before} → ${after}`,
  lossTitle: 'Value added lost, by cause',
  lossNote: (range) => range,
  difference: 'difference',
  other: (count) => `other, ${plural(count, 'cause')}`,
  noLosses: 'None of these runs accounted for its losses.',
  backTitle: 'Days to recovery',
  backNote: 'date in the fork, change from base',
  chain: 'Whole chain',
  notBy: (date) => `not by ${date}`,
  daysApart: (signed) => `${signed} d`,
  noWorse: 'No sector gets worse.',
  worse: (sectors) => `Worse off: ${sectors}.`,
  keys: ', . day · d only what differs · t table',
  openRun: 'Open this run',
  focus: 'Held against base',
};

const zh: CompareWords = {
  title: '对比',
  base: '基准',
  choose: '对比哪几次运行？',
  chooseLead: '选两到六次。最先选的作为基准。',
  chosen: (count) => `已选 ${count} 次`,
  compare: '对比',
  tooFew: '目前只有一次运行',
  tooFewLead: '从某一天换一项措施分叉：差异就是这一决定的价值。',
  toLive: '去看运行',
  change: '换别的运行',
  remove: (name) => `去掉${name}`,
  add: '添加运行',
  runOf: (scenario, seed, tail) => `${scenario}，种子 ${seed}，${tail}`,
  forked: (date) => `${date}分叉`,
  days: (sealed, all) => `${sealed}／${all} 天`,
  otherSeeds: '种子不同，差异中有一部分是偶然。',
  otherChains: '产业链不同，随机数落在别的企业上，差异中有一部分是偶然。',
  sameDraws: '随机数相同，差异全部来自改动',
  stillRunning: (days) => `仍在运行：目前比较前 ${days} 天`,
  shared: (days) => `比较共有的前 ${days} 天`,
  working: '正在对比……',
  raised: (by, unit, name) => many(`${name}增加 ${by} ${unit}`.trim()),
  lowered: (by, unit, name) => many(`${name}减少 ${by} ${unit}`.trim()),
  switchedOn: one,
  switchedOff: (name) => one(`取消${name}`),
  setTo: (name, value) => one(`${name}调为 ${value}`),
  severalChanges: (count) => many(`${count} 项改动`),
  nothingElse: one('另一次运行'),
  headline: ({ text }, said) => {
    switch (said.of) {
      case 'same':
        return ['没有差别', '', ''];
      case 'little':
        return [`${text}，几乎没有改变`, '', ''];
      case 'days':
        return [`${text}，`, `${said.days > 0 ? '提前' : '推迟'} ${Math.abs(said.days)} 天`, '达到 80\u2009%'];
      case 'reached':
        return [`${text}，`, said.date, '达到 80\u2009%，原先达不到'];
      case 'missed':
        return [`${text}，达不到 80\u2009%，`, `原先${said.date}`, '达到'];
      case 'yuan':
        return [`${text}，`, `${said.isSaved ? '少' : '多'}损失 ${said.money}`, '，达到 80\u2009% 的日子不变'];
      default:
        return said satisfies never;
    }
  },
  nothingLead: '两次运行每一天的摘要都相同。',
  savedBy: (money, date) => `到${date}少损失增加值 ${money}`,
  lostBy: (money, date) => `到${date}多损失增加值 ${money}`,
  mostlyAt: (sector, money) => `，主要在${sector}（${money}）。`,
  staysStuck: '仍是损失最大的成因。',
  nowStuck: (before) => `成为损失最大的成因，不再是${before}。`,
  whatChanged: '改了什么',
  nothingChanged: '没有改动：输入相同。',
  since: (date) => `${date}起`,
  moreInputs: (count) => `另有 ${count} 项`,
  rates: { capacityRecovery: '复产率', resumption: '复工率', throughput: '交付率' },
  rateChoice: '指标',
  wholeChain: (rate) => `全链${rate}`,
  shaded: (points, date) => `阴影为分叉减基准，最大 ${points}，在${date}`,
  noneShaded: '两条曲线重合',
  forkedAt: (date) => `${date}分叉`,
  sameBefore: '此前相同',
  eightyInstead: (after, before) => `80\u2009%：${after}，原为${before}`,
  day: '日期',
  where: '差异显现在哪里',
  whereNote: '分叉减基准，百分点，按环节和日期；青为更好，灰为更差',
  largest: '最大',
  points: (signed) => `${signed} 个百分点`,
  firstDiffering: '首个不同的日子',
  digestsEqual: (date) => `${date}之前摘要相同`,
  never: '无',
  missedFinal: '少交付的最终需求',
  valueAdded: '损失的增加值',
  atEnd: (name, date) => `${name}，${date}`,
  soonerResumed: '复工率达 80\u2009%',
  fromTo: (before, after) => `${before} → ${after}`,
  lossTitle: '各成因损失的增加值',
  lossNote: (range) => range,
  difference: '差异',
  other: (count) => `其他 ${count} 项`,
  noLosses: '这些运行都未作损失归因。',
  backTitle: '恢复日期',
  backNote: '分叉中的日期，与基准之差',
  chain: '全链',
  notBy: (date) => `到${date}未达`,
  daysApart: (signed) => `${signed} 天`,
  noWorse: '没有环节变差。',
  worse: (sectors) => `变差的环节：${sectors}。`,
  keys: ', . 日期 · d 只看有差异的 · t 表格',
  openRun: '打开这次运行',
  focus: '与基准相比',
};

export const COMPARE_WORDS: Readonly<Record<Language, CompareWords>> = { en, zh };
