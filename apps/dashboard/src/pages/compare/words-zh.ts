// The Chinese words of the page Compare.
import type { ChangeSaid, CompareWords } from './words';

const many = (text: string): ChangeSaid => ({ text, isMany: true });
const one = (text: string): ChangeSaid => ({ text, isMany: false });

export const zh: CompareWords = {
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
  forked: (date) => `${date}分叉`,
  decidedFrom: (what, date) => `${date}起 ${what}`,
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
  points: (signed) => `${signed} 个百分点`,
  firstDiffering: '首个不同的日子',
  digestsEqual: (date) => `${date}之前摘要相同`,
  never: '无',
  missedFinal: '少交付的最终需求',
  valueAdded: '损失的增加值',
  atEnd: (name, date) => `${name}，${date}`,
  fromTo: (before, after) => `${before} → ${after}`,
  lossTitle: '各成因损失的增加值',
  lossNote: (range) => range,
  difference: '差异',
  other: (count) => `其他 ${count} 项`,
  notAccounted: '尚未全部归因，稍后即来。',
  notYet: '还没有差别',
  notYetLead: (date) => `两次运行在${date}之前相同，分叉正在赶往那一天。`,
  noDay: '有一次运行还没有封存的日子，稍后开始。',
  noLosses: '这些运行都未作损失归因。',
  backTitle: '恢复日期',
  backNote: '分叉中的日期，与基准之差',
  chain: '全链',
  notBy: (date) => `到${date}未达`,
  daysApart: (signed) => `${signed} 天`,
  noWorse: '全期合计，没有环节损失更多。',
  worse: (sectors) => `全期合计，损失更多的环节：${sectors}。`,
  keys: ', . 日期 · d 只看有差异的 · t 表格',
  openRun: '打开这次运行',
  focus: '与基准相比',
};
