// Words of the page of stages.
import type { BindingConstraint } from '#libs/messages';
import type { Language } from '#libs/words';

export interface StagesWords {
  readonly sectors: string;
  /** What holds a sector, as a sentence. */
  readonly holds: Readonly<Record<BindingConstraint, (sector: string) => string>>;
  readonly notYet: string;
  readonly pressPlay: string;
  readonly since: (date: string) => string;
  readonly makes: (today: string, normal: string) => string;
  readonly costs: (money: string) => string;
  readonly nothingLost: string;
  readonly notAccounted: string;
  readonly arose: (share: string, most: string) => string;
  readonly arrived: (share: string, most: string) => string;
  readonly isBottleneck: string;
  readonly aDay: (today: string, normal: string) => string;
  readonly resumedNote: string;
  readonly onPostNote: string;
  readonly capacityNote: string;
  readonly recovery: string;
  readonly recoveryNote: string;
  readonly lossTitle: string;
  readonly lossNote: string;
  readonly own: string;
  readonly arriving: string;
  readonly other: string;
  readonly day: string;
  readonly heldBy: string;
  readonly worst: string;
  readonly worstNote: string;
  readonly all: string;
  readonly allHeld: (what: string) => string;
  readonly noneLost: string;
  readonly most: (money: string) => string;
}

/** Names of sectors are singular (Dyeing) or plural (Exporters). */
const verb = (sector: string, one: string, many: string): string => (/[^s]s$/.test(sector) ? many : one);

const en: StagesWords = {
  sectors: 'Sectors',
  holds: {
    none: (sector) => `${sector} ${verb(sector, 'runs', 'run')} free`,
    demand: (sector) => `${sector} ${verb(sector, 'lacks', 'lack')} orders`,
    gate: (sector) => `${sector} ${verb(sector, 'is', 'are')} not cleared to open`,
    capacity: (sector) => `${sector} ${verb(sector, 'lacks', 'lack')} capacity`,
    utility: (sector) => `${sector} ${verb(sector, 'lacks', 'lack')} power and steam`,
    input: (sector) => `${sector} ${verb(sector, 'waits', 'wait')} for inputs`,
    'finished-stock-full': (sector) => `${sector} ${verb(sector, 'has its', 'have their')} stores full`,
    labour: (sector) => `${sector} ${verb(sector, 'is', 'are')} short of workers`,
    masks: (sector) => `${sector} ${verb(sector, 'is', 'are')} short of masks`,
    closure: (sector) => `${sector} ${verb(sector, 'is', 'are')} closed again`,
  },
  notYet: 'No day is sealed yet',
  pressPlay: 'Press space to play the run.',
  since: (date) => `since ${date}`,
  makes: (today, normal) => `${today} a day is made, of a normal ${normal}.`,
  costs: (money) => `The day costs ${money} of value added`,
  nothingLost: 'Nothing is lost.',
  notAccounted: 'What that loss comes from is being accounted for.',
  arose: (share, most) => `${share} arose here, most of it from: ${most}`,
  arrived: (share, most) => `${share} arrived, most of it from ${most}`,
  isBottleneck: 'This is where the chain is stuck.',
  aDay: (today, normal) => `${today} of ${normal} a day`,
  resumedNote: 'enterprises reopened',
  onPostNote: 'staff back',
  capacityNote: 'output regained',
  recovery: 'How it comes back',
  recoveryNote: 'beneath: what held most of its lost value',
  lossTitle: 'What it loses, by root cause',
  lossNote: 'value added a day; below the line arose here, above it arrived from elsewhere',
  own: 'arose here',
  arriving: 'arrived',
  other: 'other',
  day: 'Day',
  heldBy: 'Held by',
  worst: 'Its enterprises that lose most',
  worstNote: 'open one to see why',
  all: 'All of them',
  allHeld: (what) => `Those held by: ${what}`,
  noneLost: 'None loses anything today.',
  most: (money) => `${money} a day`,
};

const zh: StagesWords = {
  sectors: '环节',
  holds: {
    none: (sector) => `${sector}畅通`,
    demand: (sector) => `${sector}缺订单`,
    gate: (sector) => `${sector}待获准`,
    capacity: (sector) => `${sector}产能不足`,
    utility: (sector) => `${sector}缺电汽`,
    input: (sector) => `${sector}等原料`,
    'finished-stock-full': (sector) => `${sector}成品满库`,
    labour: (sector) => `${sector}缺工`,
    masks: (sector) => `${sector}缺口罩`,
    closure: (sector) => `${sector}再度关停`,
  },
  notYet: '尚无封存的日子',
  pressPlay: '按空格键播放运行。',
  since: (date) => `自${date}起`,
  makes: (today, normal) => `每日产出 ${today}，平日 ${normal}。`,
  costs: (money) => `今日损失增加值 ${money}`,
  nothingLost: '今日没有损失。',
  notAccounted: '损失的来源正在归因。',
  arose: (share, most) => `${share} 源于本环节，最多因${most}`,
  arrived: (share, most) => `${share} 由他处传来，最多来自${most}`,
  isBottleneck: '全链就卡在这里。',
  aDay: (today, normal) => `每日 ${today}，平日 ${normal}`,
  resumedNote: '企业复工',
  onPostNote: '员工返岗',
  capacityNote: '产出恢复',
  recovery: '如何恢复',
  recoveryNote: '下方：每天使其损失最大的卡点',
  lossTitle: '损失及其根源',
  lossNote: '每日增加值；线下源于本环节，线上由他处传来',
  own: '源于本环节',
  arriving: '由他处传来',
  other: '其他',
  day: '日期',
  heldBy: '卡点',
  worst: '损失最大的企业',
  worstNote: '点开查看原因',
  all: '全部企业',
  allHeld: (what) => `卡点为${what}的企业`,
  noneLost: '今日没有企业有损失。',
  most: (money) => `每日 ${money}`,
};

export const STAGES_WORDS: Readonly<Record<Language, StagesWords>> = { en, zh };
