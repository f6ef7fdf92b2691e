// Words of the page of scenarios.
import type { Language } from '#libs/words';

export interface ScenariosWords {
  readonly chosen: string;
  readonly ofProject: string;
  readonly own: string;
  readonly ownCounty: string;
  readonly unsaved: string;
  readonly isValid: (name: string) => string;
  readonly hasFaults: (name: string, count: number) => string;
  readonly checking: (name: string) => string;
  readonly unread: (name: string) => string;
  readonly whole: (enterprises: string, links: string, days: number) => string;
  readonly starts: (date: string, seed: string) => string;
  readonly builtIn: string;
  readonly yours: string;
  readonly countyLead: string;
  readonly firstFault: (path: string) => string;
  readonly form: string;
  readonly formNote: string;
  readonly text: string;
  readonly textNote: string;
  readonly formWaits: string;
  readonly basics: string;
  readonly basicNames: Readonly<Record<string, string>>;
  readonly levers: string;
  readonly leversNote: string;
  readonly curves: string;
  readonly curvesNote: string;
  readonly shocks: string;
  readonly shockNames: Readonly<Record<string, string>>;
  readonly market: string;
  readonly marketNames: Readonly<Record<string, string>>;
  readonly from: string;
  readonly value: string;
  readonly actsOn: (target: string) => string;
  readonly linear: string;
  readonly addDate: string;
  readonly remove: string;
  readonly faults: string;
  readonly warnings: string;
  readonly at: (file: string, line: number, column: number | null) => string;
  readonly tables: string;
  readonly tablesNote: string;
  readonly drop: string;
  readonly choose: string;
  readonly enterprisesTable: string;
  readonly linksTable: string;
  readonly rows: (count: string) => string;
  readonly noTable: string;
  readonly wrongTable: (name: string) => string;
  readonly keep: string;
  readonly keepAs: string;
  readonly keepNote: string;
  readonly kept: (id: string) => string;
  readonly removeOwn: string;
  readonly removeSure: (id: string) => string;
  readonly revert: string;
  readonly run: string;
  readonly speed: string;
  readonly asFast: string;
  readonly perSecond: (days: number) => string;
  readonly settings: string;
  readonly settingsNote: string;
  readonly badSetting: (line: string) => string;
}

const en: ScenariosWords = {
  chosen: 'Scenarios',
  ofProject: 'Built in',
  own: 'Your own',
  ownCounty: 'A county of your own',
  unsaved: 'changed, not kept',
  isValid: (name) => `${name} is valid and can run`,
  hasFaults: (name, count) => `${name} has ${count === 1 ? 'a fault' : `${count} faults`} and cannot run`,
  checking: (name) => name,
  unread: (name) => `${name} could not be checked`,
  whole: (enterprises, links, days) => `${enterprises} enterprises, ${links} links, ${days} days.`,
  starts: (date, seed) => `It starts on ${date} with seed ${seed}.`,
  builtIn: 'It is built in and never changes: what you change here is kept under a name of your own.',
  yours: 'It is yours: keep what you change, or remove it.',
  countyLead: 'Put your enterprises and who buys from whom into two tables, and name the sectors in the text.',
  firstFault: (path) => (path === '' ? 'First:' : `First, ${path}:`),
  form: 'As a form',
  formNote: 'grey names are the paths of the file and of --set',
  text: 'As a file',
  textNote: 'a change on one side is a change on the other',
  formWaits: 'The form waits until the text can be read again: see the fault.',
  basics: 'What it is',
  basicNames: {
    ...{ 'name.en': 'Name', 'name.zh': 'Name in Chinese', id: 'Id', start: 'First day', days: 'Days', seed: 'Seed' },
  },
  levers: 'Levers',
  leversNote: 'what you control: each value stands from its date on',
  curves: 'From outside',
  curvesNote: 'imposed from observation, not caused',
  shocks: 'Shocks',
  shockNames: { from: 'From', days: 'Days', leaves: 'Leaves', recoveryDays: 'Recovers in days' },
  market: 'Market',
  marketNames: {
    ...{ opens: 'Opens', firstDayShare: 'Open on the first day', dailyHazard: 'Open on each later day' },
    ...{ visitorsPerDay: 'Visitors a day', basketYuan: 'Yuan a visitor' },
  },
  from: 'From',
  value: 'Value',
  actsOn: (target) => `on ${target}`,
  linear: 'straight from one value to the next',
  addDate: 'Add a date',
  remove: 'Remove',
  faults: 'Faults',
  warnings: 'Worth knowing',
  at: (file, line, column) => `${file}:${line}${column === null ? '' : `:${column}`}`,
  tables: 'Tables',
  tablesNote: 'enterprises.csv and links.csv',
  drop: 'Drop enterprises.csv and links.csv here, or choose them.',
  choose: 'Choose files',
  enterprisesTable: 'Enterprises: id, sector; then zone, staff, notable, finalYuanPerDay ...',
  linksTable: 'Who buys from whom: from, to, yuanPerDay; then leadDays, coverDays ...',
  rows: (count) => `${count} rows`,
  noTable: 'not there yet',
  wrongTable: (name) => `${name} is no table of a scenario: name the files enterprises.csv and links.csv.`,
  keep: 'Keep',
  keepAs: 'Keep as',
  keepNote: 'small letters, digits and dashes',
  kept: (id) => `Kept as ${id}.`,
  removeOwn: 'Remove',
  removeSure: (id) => `Remove ${id} for good?`,
  revert: 'Undo all changes',
  run: 'Run',
  speed: 'Speed',
  asFast: 'as fast as it goes',
  perSecond: (days) => `${days} ${days === 1 ? 'day' : 'days'} a second`,
  settings: 'Settings of this run alone',
  settingsNote: 'one a line, as --set: levers.passes.values.2020-02-12=124',
  badSetting: (line) => `"${line}" is no setting: write path=value.`,
};

const zh: ScenariosWords = {
  chosen: '方案',
  ofProject: '内置',
  own: '自己的',
  ownCounty: '自己的县',
  unsaved: '已改动，未保存',
  isValid: (name) => `${name}：有效，可以运行`,
  hasFaults: (name, count) => `${name}：有 ${count} 处错误，不能运行`,
  checking: (name) => name,
  unread: (name) => `${name}：未能检查`,
  whole: (enterprises, links, days) => `${enterprises} 家企业，${links} 条供需，${days} 天。`,
  starts: (date, seed) => `自${date}起，随机种子 ${seed}。`,
  builtIn: '这是内置方案，永不改变：改动请另存为自己的方案。',
  yours: '这是您自己的方案：可以保存改动，也可以删除。',
  countyLead: '把企业和供需关系填入两张表，在文本中写明各环节。',
  firstFault: (path) => (path === '' ? '首先：' : `首先，${path}：`),
  form: '表单',
  formNote: '灰色名称即文件中的路径，也是 --set 的路径',
  text: '文件',
  textNote: '一边改动，另一边同时改动',
  formWaits: '文本可读后表单才会更新：请看错误。',
  basics: '基本信息',
  basicNames: {
    ...{ 'name.en': '英文名称', 'name.zh': '中文名称', id: '标识', start: '首日', days: '天数', seed: '随机种子' },
  },
  levers: '措施',
  leversNote: '可以决定的：每个值自其日期起生效',
  curves: '外部条件',
  curvesNote: '按观察给定，并非模拟得出',
  shocks: '冲击',
  shockNames: { from: '自', days: '天数', leaves: '剩余', recoveryDays: '恢复天数' },
  market: '市场',
  marketNames: {
    ...{ opens: '开市日', firstDayShare: '首日开门比例', dailyHazard: '此后每日开门比例' },
    ...{ visitorsPerDay: '每日客流', basketYuan: '每位客人成交（元）' },
  },
  from: '自',
  value: '值',
  actsOn: (target) => `作用于 ${target}`,
  linear: '各值之间按直线变化',
  addDate: '增加日期',
  remove: '删除',
  faults: '错误',
  warnings: '提示',
  at: (file, line, column) => `${file}:${line}${column === null ? '' : `:${column}`}`,
  tables: '表格',
  tablesNote: 'enterprises.csv 和 links.csv',
  drop: '把 enterprises.csv 和 links.csv 拖到这里，或选择文件。',
  choose: '选择文件',
  enterprisesTable: '企业：id、sector，然后 zone、staff、notable、finalYuanPerDay ……',
  linksTable: '供需关系：from、to、yuanPerDay，然后 leadDays、coverDays ……',
  rows: (count) => `${count} 行`,
  noTable: '尚未提供',
  wrongTable: (name) => `${name} 不是方案的表格：文件名应为 enterprises.csv 和 links.csv。`,
  keep: '保存',
  keepAs: '另存为',
  keepNote: '小写字母、数字和短横',
  kept: (id) => `已保存为 ${id}。`,
  removeOwn: '删除',
  removeSure: (id) => `确定永久删除 ${id}？`,
  revert: '撤销全部改动',
  run: '运行',
  speed: '速度',
  asFast: '尽可能快',
  perSecond: (days) => `每秒 ${days} 天`,
  settings: '仅本次运行的设置',
  settingsNote: '每行一项，同 --set：levers.passes.values.2020-02-12=124',
  badSetting: (line) => `“${line}” 不是设置：请写成 路径=值。`,
};

export const SCENARIOS_WORDS: Readonly<Record<Language, ScenariosWords>> = { en, zh };
