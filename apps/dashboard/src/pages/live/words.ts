// Words of the live page. Figures and their units come written; names of sectors begin with a capital letter.
import type { BindingConstraint, LossCause } from '#libs/messages';
import type { Language } from '#libs/words';

export interface LiveWords {
  readonly dateLine: (weekday: string, date: string, year: number) => string;
  readonly dayOf: (day: number, days: number) => string;
  readonly stuckSince: (date: string) => string;
  /** The finding, by cause. `sector` is null on the roads. */
  readonly stuck: Readonly<Record<LossCause, (sector: string | null) => string>>;
  readonly nothingHolds: string;
  readonly freeLead: (share: string) => string;
  readonly unaccounted: (capacity: string) => string;
  readonly unaccountedLead: string;
  readonly noLosses: string;
  /** Before, within and after what is set in bold. */
  readonly costs: (share: string) => readonly [string, string];
  readonly onPost: (sector: string, share: string) => string;
  readonly reopened: (sector: string, share: string) => string;
  readonly felt: (sectors: readonly { readonly name: string; readonly money: string }[]) => string;
  readonly reachesLater: (sector: string, days: number) => string;
  readonly underWay: (sector: string, days: number) => string;
  readonly lostToday: (part: string, all: string) => string;
  readonly lossBar: string;
  readonly other: string;
  readonly cause: string;
  readonly share: string;
  readonly money: string;

  readonly byRelief: string;
  readonly gainOver: (days: number) => string;
  readonly ifLifted: (date: string) => string;
  readonly sameReading: string;
  readonly differ: string;
  readonly differLead: (most: string, helps: string) => string;
  readonly noRelief: string;
  readonly atNext: (day: number | null) => string;
  readonly compute: (date: string) => string;
  readonly computing: (date: string) => string;

  readonly resumed: readonly [string, string];
  readonly posted: readonly [string, string];
  readonly capacity: readonly [string, string];
  readonly sinceYesterday: (points: string) => string;
  readonly observedOn: (who: string | null, value: string, date: string) => string;
  readonly simulatedThen: (value: string) => string;

  readonly flowTitle: string;
  readonly flowNote: string;
  readonly flowNoteShort: string;
  readonly held: (bound: BindingConstraint, word: string) => string;
  readonly ofNormal: (part: string, all: string) => string;
  readonly missingFrom: (money: string, from: string) => string;
  readonly shippedToday: string;
  readonly daysAgo: (days: number) => string;
  readonly delivered: (share: string) => string;
  readonly sector: string;
  readonly rate: string;
  readonly heldBy: string;
  readonly outputToday: string;
  readonly normalOutput: string;
  readonly throughBottleneck: string;

  readonly fieldTitle: (count: string) => string;
  readonly fieldNote: string;
  readonly fieldOther: string;
  readonly atLeast: readonly [string, string, string, string];

  readonly wakes: string;
  readonly wakesNote: string;
  readonly eightyOn: string;
  readonly today: string;
  readonly notYet: string;
  readonly levers: string;
  readonly allLevers: (count: number) => string;
  readonly fewerLevers: string;
  readonly switchedOn: (name: string) => string;
  readonly ends: (name: string) => string;
  readonly scrubber: string;
  readonly back: string;
  readonly on: string;
  readonly speed: string;
  readonly daysPerSecond: (days: number | null) => string;
  readonly day: string;
  readonly date: string;
  readonly bottleneck: string;
  readonly observed: string;
  readonly simulated: string;
  readonly stages: Readonly<Record<'plants' | 'markets' | 'exporters', string>>;
}

/** "Dyeing is", "Exporters are": a name that ends as a plural does. */
const are = (name: string): string => `${name} ${/[^s]s$/.test(name) ? 'are' : 'is'}`;
const low = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const somewhere = (sector: string | null): string => sector ?? 'The road network';

const en: LiveWords = {
  dateLine: (weekday, date, year) => `${weekday} ${date} ${year}`,
  dayOf: (day, all) => `day ${day} of ${all - 1}`,
  stuckSince: (date) => `stuck here since ${date}`,
  stuck: {
    labour: (sector) => `${are(somewhere(sector))} short of workers`,
    gate: (sector) => `${are(somewhere(sector))} not all cleared`,
    masks: (sector) => `${are(somewhere(sector))} short of masks`,
    utility: (sector) => `${are(somewhere(sector))} short of power or steam`,
    capacity: (sector) => `${are(somewhere(sector))} short of capacity`,
    transport: (sector) =>
      sector === null ? 'The roads let too little through' : `Goods for ${low(sector)} are held on the road`,
    'final-demand': (sector) => `${are(somewhere(sector))} short of buyers`,
    'external-input': (sector) => `${are(somewhere(sector))} short of supply from outside`,
    initial: (sector) => `${somewhere(sector)} began with too little stock`,
    'finished-target': (sector) => `${are(somewhere(sector))} filling up stock`,
    closure: (sector) => `${are(somewhere(sector))} closed again`,
  },
  nothingHolds: 'Nothing holds the chain back',
  freeLead: (share) => `${share} of a normal day’s value added is lost: less than 1\u2009%.`,
  unaccounted: (capacity) => `The chain is back at ${capacity}`,
  unaccountedLead: 'The losses of this day are being accounted for; then the page says where the chain is stuck.',
  noLosses: 'This run keeps no account of its losses, so no bottleneck is named.',
  costs: (share) => ['It costs the chain ', ` of value added today, ${share} of all that is lost.`],
  onPost: (sector, share) => `In ${low(sector)}, ${share} of the staff are on post.`,
  reopened: (sector, share) => `In ${low(sector)}, ${share} have reopened.`,
  felt: (sectors) =>
    `The shortage has reached ${sectors.map(({ name, money }) => `${low(name)} (${money})`).join(' and ')}.`,
  reachesLater: (sector, after) => `The shortage reaches ${low(sector)} ${days(after)} later.`,
  underWay: (sector, on) => `Goods shipped before are still under way: it can reach ${low(sector)} in ${days(on)}.`,
  lostToday: (part, all) => `${part} of ${all} lost today`,
  lossBar: 'Lost today, by root cause',
  other: 'other',
  cause: 'Cause',
  share: 'Share',
  money: 'Lost value added',

  byRelief: 'By relief',
  gainOver: (over) => `gain over ${days(over)}`,
  ifLifted: (date) => `if lifted on ${date}`,
  sameReading: 'Both readings name the same place.',
  differ: 'The two readings differ:',
  differLead: (most, helps) => `most is lost at ${most}, but lifting ${helps} gains most.`,
  noRelief: 'Which constraint, lifted, would help most?',
  atNext: (day) => (day === null ? 'Computed at the next pause.' : `Computed at the next pause or on day ${day}.`),
  compute: (date) => `Compute for ${date}`,
  computing: (date) => `Computing for ${date} …`,

  resumed: ['Resumed', 'enterprises reopened'],
  posted: ['On post', 'staff back'],
  capacity: ['Capacity', 'output regained'],
  sinceYesterday: (points) => `${points} points since the day before`,
  observedOn: (who, value, date) => `observed on ${date}${who === null ? '' : `, ${who}`}: ${value}`,
  simulatedThen: (value) => `simulated ${value}`,

  flowTitle: 'Where the shortage is now',
  flowNote:
    'full width = normal value a day, filled = flowing, colour = rate; each step along a pipe was shipped a day earlier',
  flowNoteShort: 'width = value a day',
  held: (bound, word) =>
    bound === 'none'
      ? 'running free'
      : bound === 'gate' || bound === 'closure' || bound === 'finished-stock-full'
        ? word
        : bound === 'demand'
          ? 'held by orders'
          : `held by ${word}`,
  ofNormal: (part, all) => `${part} of ${all} yuan`,
  missingFrom: (money, from) => `${money} from ${low(from)}`,
  shippedToday: 'shipped today',
  daysAgo: (ago) => `−${ago} d`,
  delivered: (share) => `delivered ${share}`,
  sector: 'Sector',
  rate: 'Capacity',
  heldBy: 'Held by',
  outputToday: 'Output today, yuan',
  normalOutput: 'Normal output, yuan',
  throughBottleneck: 'Missing through the bottleneck',

  fieldTitle: (count) => `${count} enterprises`,
  fieldNote: 'one cell each',
  fieldOther: 'other',
  atLeast: ['at 80\u2009% or more', '50 to 80\u2009%', 'below 50\u2009%', 'at nothing'],

  wakes: 'How the chain wakes',
  wakesNote: 'rows: how far each sector is back, and what held it; orange line: the bottleneck',
  eightyOn: '80\u2009% on',
  today: 'today',
  notYet: '–',
  levers: 'Levers',
  allLevers: (count) => `all ${count} levers`,
  fewerLevers: 'fewer levers',
  switchedOn: (name) => low(name),
  ends: (name) => `${low(name)} ends`,
  scrubber: 'Day looked at',
  back: 'A day back',
  on: 'A day on',
  speed: 'Speed',
  daysPerSecond: (perSecond) =>
    perSecond === null ? 'as fast as it can' : `${perSecond} ${perSecond === 1 ? 'day' : 'days'} / s`,
  day: 'Day',
  date: 'Date',
  bottleneck: 'Bottleneck',
  observed: 'Observed',
  simulated: 'Simulated',
  stages: { plants: 'plants', markets: 'markets', exporters: 'exporters' },
};

const nowhere = (sector: string | null): string => sector ?? '路网';

const zh: LiveWords = {
  dateLine: (weekday, date, year) => `${year}年${date} ${weekday}`,
  dayOf: (day, all) => `第 ${day}／${all - 1} 天`,
  stuckSince: (date) => `自${date}起卡在这里`,
  stuck: {
    labour: (sector) => `${nowhere(sector)}缺工`,
    gate: (sector) => `${nowhere(sector)}尚未全部获准开工`,
    masks: (sector) => `${nowhere(sector)}缺口罩`,
    utility: (sector) => `${nowhere(sector)}缺电缺汽`,
    capacity: (sector) => `${nowhere(sector)}产能不足`,
    transport: (sector) => (sector === null ? '公路运力不足' : `${sector}的货物卡在路上`),
    'final-demand': (sector) => `${nowhere(sector)}买家不足`,
    'external-input': (sector) => `${nowhere(sector)}外部供料不足`,
    initial: (sector) => `${nowhere(sector)}期初库存不足`,
    'finished-target': (sector) => `${nowhere(sector)}在补成品库存`,
    closure: (sector) => `${nowhere(sector)}再度关停`,
  },
  nothingHolds: '全链畅通，没有卡点',
  freeLead: (share) => `今日损失为常态增加值的 ${share}，不到 1\u2009%。`,
  unaccounted: (capacity) => `全链已恢复 ${capacity}`,
  unaccountedLead: '当日损失正在归因，完成后即指出卡点。',
  noLosses: '本次运行未作损失归因，因此不指出卡点。',
  costs: (share) => ['今日全链因此损失增加值 ', `，占全部损失的 ${share}。`],
  onPost: (sector, share) => `${sector}员工到岗 ${share}。`,
  reopened: (sector, share) => `${sector}已有 ${share} 的企业开工。`,
  felt: (sectors) => `短缺已传到${sectors.map(({ name, money }) => `${name}（${money}）`).join('和')}。`,
  reachesLater: (sector, after) => `约 ${after} 天后影响${sector}。`,
  underWay: (sector, on) => `此前发出的货仍在路上，最快 ${on} 天后影响${sector}。`,
  lostToday: (part, all) => `今日损失 ${part}／${all}`,
  lossBar: '今日损失，按根本原因',
  other: '其他',
  cause: '成因',
  share: '占比',
  money: '损失增加值',

  byRelief: '按放开增益',
  gainOver: (over) => `${over} 日增益`,
  ifLifted: (date) => `自${date}起放开`,
  sameReading: '两种口径指向同一处。',
  differ: '两种口径不一致：',
  differLead: (most, helps) => `损失最大的是${most}，最该放开的是${helps}。`,
  noRelief: '放开哪一项约束增益最大？',
  atNext: (day) => (day === null ? '下次暂停时计算。' : `下次暂停时或第 ${day} 天计算。`),
  compute: (date) => `计算${date}`,
  computing: (date) => `正在计算${date}……`,

  resumed: ['复工率', '已开工企业'],
  posted: ['返岗率', '到岗员工'],
  capacity: ['复产率', '恢复产能'],
  sinceYesterday: (points) => `较前一日 ${points} 个百分点`,
  observedOn: (who, value, date) => `${date}通报${who === null ? '' : `（${who}）`}：${value}`,
  simulatedThen: (value) => `模拟 ${value}`,

  flowTitle: '短缺走到哪里',
  flowNote: '全宽＝常态日产值，填充＝今日流量，颜色＝恢复率；沿管每一格早发货一天',
  flowNoteShort: '宽度＝日产值',
  held: (bound, word) => (bound === 'none' ? '畅通' : bound === 'gate' || bound === 'closure' ? word : `受制：${word}`),
  ofNormal: (part, all) => `${part}／${all}`,
  missingFrom: (money, from) => `${money}源自${from}`,
  shippedToday: '今日发货',
  daysAgo: (ago) => `−${ago} 日`,
  delivered: (share) => `交付 ${share}`,
  sector: '环节',
  rate: '复产率',
  heldBy: '受制于',
  outputToday: '今日产值，元',
  normalOutput: '常态产值，元',
  throughBottleneck: '因卡点而少',

  fieldTitle: (count) => `${count} 家企业`,
  fieldNote: '每格一家',
  fieldOther: '其他',
  atLeast: ['恢复八成以上', '五至八成', '不足五成', '停产'],

  wakes: '产业链怎样醒来',
  wakesNote: '每行：环节恢复多少、受制于何；橙线：卡点',
  eightyOn: '达 80\u2009%',
  today: '今日',
  notYet: '–',
  levers: '措施',
  allLevers: (count) => `全部 ${count} 项措施`,
  fewerLevers: '收起措施',
  switchedOn: (name) => name,
  ends: (name) => `${name}结束`,
  scrubber: '查看的日子',
  back: '前一天',
  on: '后一天',
  speed: '速度',
  daysPerSecond: (perSecond) => (perSecond === null ? '尽快' : `${perSecond} 日／秒`),
  day: '日序',
  date: '日期',
  bottleneck: '卡点',
  observed: '通报',
  simulated: '模拟',
  stages: { plants: '生产企业', markets: '市场', exporters: '外贸' },
};

export const LIVE_WORDS: Readonly<Record<Language, LiveWords>> = { en, zh };
