// Words of the page Why; causes, dates and numbers come from the dictionary.
import type { LossCause } from '#libs/messages';
import type { Language } from '#libs/words';
import type { Missing } from './columns';

export interface WhyWords {
  readonly title: string;
  readonly enterprise: string;
  readonly find: string;
  readonly none: (text: string) => string;
  readonly earlier: (date: string) => string;
  readonly later: (date: string) => string;
  readonly shareOfLoss: (share: number, percent: string) => string;
  readonly noMainCause: string;
  readonly fullOutput: (id: string) => string;
  readonly fullOutputLead: (output: string, date: string) => string;
  readonly noLoser: (date: string) => string;
  readonly noLoserLead: string;
  readonly lost: (share: string, money: string) => string;
  readonly readOn: string;
  /** Root causes as the end of a sentence; the sector is named in its own language. */
  readonly phrases: Readonly<Record<LossCause, (sector: string) => string>>;
  readonly heads: readonly [string, string, string, string];
  readonly outputOf: (output: string, base: string) => string;
  readonly ofLost: (money: string) => string;
  readonly missing: Readonly<Record<Missing, string>>;
  readonly from: (sectors: string) => string;
  readonly heldThatDay: (bound: string) => string;
  readonly nobodyBetween: string;
  readonly several: (count: number, sector: string) => string;
  readonly orderedOtherwise: (who: string) => string;
  readonly small: (count: number) => string;
  readonly via: (sectors: string) => string;
  readonly onDays: (days: string) => string;
  readonly mainPart: (cause: string, share: string) => string;
  readonly removedTitle: string;
  readonly removedNote: string;
  readonly more: (money: string, share: string) => string;
  readonly less: (money: string, share: string) => string;
  readonly noMore: string;
  readonly notTried: string;
  readonly needNotAdd: (sum: string) => string;
  readonly needNot: string;
  readonly noRerun: string;
  readonly wayTitle: string;
  readonly chainTitle: string;
  readonly wayNote: string;
  readonly chainNote: string;
  readonly onDay: (date: string, ratio: string, bound: string) => string;
  readonly helpTitle: (date: string) => string;
  readonly helpGain: (money: string, days: number, tried: number) => string;
  readonly helpMain: string;
  readonly helpOther: string;
  readonly helpNothing: (date: string) => string;
  readonly helpUnknown: (date: string) => string;
  readonly compute: string;
  readonly computing: string;
  readonly forkWith: string;
  readonly forkSets: (lever: string, from: string, to: string, unit: string) => string;
  readonly forking: string;
  readonly noLever: string;
  readonly all: (count: number) => string;
  readonly fewer: string;
  readonly notAttributed: string;
  readonly notAttributedMend: string;
  readonly working: string;
  readonly workingNote: string;
  readonly notSealed: string;
  readonly table: { readonly what: string; readonly share: string; readonly days: string };
  readonly unmet: (who: string) => string;
  readonly dock: (road: string) => string;
}

const en: WhyWords = {
  title: 'Why',
  enterprise: 'Enterprise',
  find: 'Find an enterprise by part of its id',
  none: (text) => `No enterprise of this day has “${text}” in its id.`,
  earlier: (date) => `‹ ${date}`,
  later: (date) => `${date} ›`,
  shareOfLoss: (share, percent) =>
    share >= 0.995
      ? 'The whole loss: '
      : share >= 0.475 && share <= 0.525
        ? 'Half the loss: '
        : `${percent} of the loss: `,
  noMainCause: 'Many small causes, the largest ',
  fullOutput: (id) => `${id} lost nothing`,
  fullOutputLead: (output, date) =>
    `It made ${output} on ${date}, its normal output or more. Try a day before, or an enterprise further down the chain.`,
  noLoser: (date) => `Nobody lost output on ${date}`,
  noLoserLead: 'Every enterprise made its normal output. Choose an earlier day.',
  lost: (share, money) => `It made ${share} less than normal: ${money} of output lost.`,
  readOn: 'Read left to right; every column adds up to 100\u2009%.',
  phrases: {
    capacity: (sector) => `${sector} short of capacity`,
    gate: (sector) => `${sector} not cleared`,
    utility: (sector) => `${sector} without power or steam`,
    transport: () => 'goods held on the roads',
    'final-demand': (sector) => `buyers missing at ${sector}`,
    'external-input': (sector) => `supply from ${sector} missing`,
    initial: (sector) => `low stocks of ${sector} at the start`,
    'finished-target': (sector) => `the stock target of ${sector}`,
    labour: (sector) => `${sector} short of workers`,
    masks: (sector) => `${sector} short of masks`,
    closure: (sector) => `${sector} closed again`,
  },
  heads: ['Lost that day', 'What was missing', 'Through whom', 'Root cause, and when it acted'],
  outputOf: (output, base) => `made ${output} of ${base}`,
  ofLost: (money) => `of ${money} lost`,
  missing: {
    supply: 'Deliveries did not come',
    orders: 'Orders did not come',
    itself: 'Itself',
    others: 'Many small ones',
  },
  from: (sectors) => `from ${sectors}`,
  heldThatDay: (bound) => `held that day by: ${bound}`,
  nobodyBetween: 'Nobody between',
  several: (count, sector) => `${count} of ${sector}`,
  orderedOtherwise: (who) => `orders of ${who}`,
  small: (count) => `other, ${count}`,
  via: (sectors) => `via ${sectors}`,
  onDays: (days) => `short on ${days}`,
  mainPart: (cause, share) => `${share} of the whole is ${cause}`,
  removedTitle: 'If the cause had been removed',
  removedNote:
    'The filled bar is its share of the loss. The outlined bar is what a rerun without it, from the first day on, would have made more.',
  more: (money, share) => `+${money} (${share})`,
  less: (money, share) => `${money} less (\u2212${share}): it would have been worse`,
  noMore: 'no more',
  notTried: 'cannot be removed: it is how the run starts, or what stock is aimed at',
  needNotAdd: (sum) =>
    `Outlined bars add up to ${sum}, and need not be 100\u2009%: two causes can hold the same metre of cloth, and curing one uncovers the next.`,
  needNot: 'Outlined bars need not add up to 100\u2009%: curing one cause can uncover the next.',
  noRerun: 'No cause is large enough to try without.',
  wayTitle: 'How the largest cause reached it',
  chainTitle: 'The enterprise and its largest suppliers',
  wayNote: 'colour = output over normal, ▲ line = days on which it fell short of the next',
  chainNote: 'colour = output over normal',
  onDay: (date, ratio, bound) => `${date}: ${ratio} of normal, ${bound}`,
  helpTitle: (date) => `What would help most from ${date}`,
  helpGain: (money, days, tried) =>
    `Without it from this day on, ${money} more would reach final demand in ${days} days. ${tried} tried one by one, same random numbers.`,
  helpMain: 'It is also the largest cause of this loss.',
  helpOther: 'It is not the largest cause of this loss: owning a loss and being able to cure it are two things.',
  helpNothing: (date) => `On ${date} no single constraint holds the chain back.`,
  helpUnknown: (date) => `Not computed for ${date} yet: each constraint is lifted in a rerun of its own.`,
  compute: 'Compute',
  computing: 'Running it once for each constraint …',
  forkWith: 'Fork with this',
  forkSets: (lever, from, to, unit) => `${lever}: ${from} → ${to} ${unit}`,
  forking: 'Forking …',
  noLever: 'No lever of this scenario acts on it.',
  all: (count) => `See all ${count}`,
  fewer: 'Show less',
  notAttributed: 'This run does not account for losses',
  notAttributedMend: 'Run the scenario again with losses on: then every lost yuan is traced to its cause.',
  working: 'Tracing every lost yuan back …',
  workingNote: 'The first question about a day replays the run up to it, some seconds; the next ones are quick.',
  notSealed: 'No day is sealed yet: the first answer comes with day 0.',
  table: { what: 'Who or what', share: 'of the loss', days: 'days' },
  unmet: (who) => `${who} fell short of orders`,
  dock: (road) => `goods held at ${road}`,
};

const zh: WhyWords = {
  title: '原因',
  enterprise: '企业',
  find: '按编号查找企业',
  none: (text) => `当日没有编号含“${text}”的企业。`,
  earlier: (date) => `‹ ${date}`,
  later: (date) => `${date} ›`,
  shareOfLoss: (share, percent) =>
    share >= 0.995
      ? '全部损失源于：'
      : share >= 0.475 && share <= 0.525
        ? '损失的一半源于：'
        : `损失的 ${percent}源于：`,
  noMainCause: '成因分散，最大者：',
  fullOutput: (id) => `${id} 没有损失`,
  fullOutputLead: (output, date) => `${date}产出 ${output}，不低于常态。可看更早的日子，或更下游的企业。`,
  noLoser: (date) => `${date}没有企业损失产出`,
  noLoserLead: '各企业产出都不低于常态。请选更早的日子。',
  lost: (share, money) => `比常态少产 ${share}，损失产出 ${money}。`,
  readOn: '从左往右读，每列合计 100\u2009%。',
  phrases: {
    capacity: (sector) => `${sector}产能不足`,
    gate: (sector) => `${sector}待获准`,
    utility: (sector) => `${sector}缺电汽`,
    transport: () => '公路运输受阻',
    'final-demand': (sector) => `${sector}买家不足`,
    'external-input': (sector) => `${sector}供料不足`,
    initial: (sector) => `${sector}期初库存不足`,
    'finished-target': (sector) => `${sector}成品库存目标`,
    labour: (sector) => `${sector}缺工`,
    masks: (sector) => `${sector}缺口罩`,
    closure: (sector) => `${sector}再度关停`,
  },
  heads: ['当日损失', '缺了什么', '经由何人', '根本成因及其作用日期'],
  outputOf: (output, base) => `产出 ${output}，常态 ${base}`,
  ofLost: (money) => `损失 ${money}`,
  missing: { supply: '供货没有到', orders: '订单没有来', itself: '自身', others: '零星各项' },
  from: (sectors) => `来自${sectors}`,
  heldThatDay: (bound) => `当日受制于：${bound}`,
  nobodyBetween: '无中间企业',
  several: (count, sector) => `${sector} ${count} 家`,
  orderedOtherwise: (who) => `${who} 的订单`,
  small: (count) => `其他 ${count} 项`,
  via: (sectors) => `经${sectors}`,
  onDays: (days) => `${days}欠交`,
  mainPart: (cause, share) => `其中占总损失 ${share} 的是${cause}`,
  removedTitle: '假如没有这项成因',
  removedNote: '实心条为它在损失中的份额，空心条为自始没有它时重算可多产出的部分。',
  more: (money, share) => `+${money}（${share}）`,
  less: (money, share) => `反而少产 ${money}（\u2212${share}）`,
  noMore: '不会更多',
  notTried: '无法去除：属于起始状态或库存目标',
  needNotAdd: (sum) => `空心条合计 ${sum}，不必等于 100\u2009%：两项成因可能卡住同一米布，去掉一项，下一项才显现。`,
  needNot: '空心条合计不必等于 100\u2009%：去掉一项，下一项才显现。',
  noRerun: '没有大到值得一试的成因。',
  wayTitle: '最大成因如何传到这里',
  chainTitle: '企业与其最大的供货方',
  wayNote: '颜色为产出与常态之比，▲ 线为欠交下家的日子',
  chainNote: '颜色为产出与常态之比',
  onDay: (date, ratio, bound) => `${date}：常态的 ${ratio}，${bound}`,
  helpTitle: (date) => `自${date}起，放开什么最有用`,
  helpGain: (money, days, tried) =>
    `自当日起没有它，${days} 天内多交付最终需求 ${money}。逐一试过 ${tried} 项，随机数相同。`,
  helpMain: '它也是这笔损失的最大成因。',
  helpOther: '它不是这笔损失的最大成因：损失归谁，与放开谁最有用，是两回事。',
  helpNothing: (date) => `${date}没有单独一项约束卡住全链。`,
  helpUnknown: (date) => `${date}尚未计算：每项约束各放开重算一次。`,
  compute: '计算',
  computing: '每项约束各重算一次……',
  forkWith: '以此分叉',
  forkSets: (lever, from, to, unit) => `${lever}：${from} → ${to} ${unit}`,
  forking: '正在分叉……',
  noLever: '本方案没有作用于它的措施。',
  all: (count) => `查看全部 ${count} 项`,
  fewer: '收起',
  notAttributed: '这次运行未作损失归因',
  notAttributedMend: '请打开损失归因重新运行：每一元损失都会追溯到成因。',
  working: '正在把每一元损失追溯到成因……',
  workingNote: '首次询问某一天需重算到该日，要几秒；之后很快。',
  notSealed: '尚无封存的日子：第 0 天封存后即可作答。',
  table: { what: '何人何事', share: '占损失', days: '日期' },
  unmet: (who) => `${who} 欠交`,
  dock: (road) => `${road} 压货`,
};

export const WHY_WORDS: Readonly<Record<Language, WhyWords>> = { en, zh };
