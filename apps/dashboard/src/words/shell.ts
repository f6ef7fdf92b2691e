// Words around the pages: names of pages, run, states, decisions. Each page has its own words beside it.
import type { Language } from '#libs/words';
import type { Page } from '../state/place';

export interface ShellWords {
  readonly pages: Readonly<Record<Page, string>>;
  readonly otherLanguage: string;
  readonly intervene: string;
  readonly forkHere: string;
  readonly dark: string;
  readonly light: string;
  readonly help: string;
  readonly table: string;
  readonly exportCsv: string;
  readonly play: string;
  readonly pause: string;
  readonly seed: (seed: number) => string;
  readonly sealed: (day: number) => string;
  readonly dayOf: (day: number, days: number) => string;
  readonly opening: (day: number) => string;
  readonly late: (day: number, seconds: number) => string;
  readonly nothingYet: string;
  readonly noRun: string;
  readonly playKeqiao: string;
  readonly cut: (day: number) => string;
  readonly degraded: string;
  readonly gone: string;
  readonly failed: (why: string) => string;
  readonly cannotLoad: string;
  readonly again: string;
  readonly close: string;
  readonly cancel: string;
  readonly whatIsIt: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly whoCounts: string;
  readonly unit: string;
  readonly keyAsked: string;
  readonly keyMend: string;
  readonly enter: string;
  readonly menu: string;
  readonly theme: string;
  readonly whichRun: string;
  readonly forkedOn: (date: string) => string;
  readonly waitsFor: (day: number, whom: string, seconds: number) => string;
  readonly newest: string;
  readonly tryAnother: string;
  readonly ended: string;
  readonly pausedAt: (day: number) => string;
  readonly keys: readonly (readonly [string, string])[];
}

const en: ShellWords = {
  pages: {
    ...{ live: 'Live', stages: 'Stages', enterprises: 'Enterprises', why: 'Why' },
    ...{ scenarios: 'Scenarios', compare: 'Compare', events: 'Events', system: 'System' },
  },
  otherLanguage: '中文',
  intervene: 'Intervene',
  forkHere: 'Fork here',
  dark: 'Dark',
  light: 'Light',
  help: 'Keys',
  table: 'Table',
  exportCsv: 'Export CSV',
  play: 'Play',
  pause: 'Pause',
  seed: (seed) => `seed ${seed}`,
  sealed: (day) => (day < 0 ? 'no day sealed' : `day ${day} sealed`),
  dayOf: (day, days) => `day ${day} of ${days - 1}`,
  opening: (day) => `opening day ${day}`,
  late: (day, seconds) => `day ${day} is late, ${seconds} s`,
  nothingYet: 'Nothing has run yet',
  noRun: 'There is no such run.',
  playKeqiao: 'Play Keqiao',
  cut: (day) => `Connection lost, showing day ${day}, trying again`,
  degraded: 'The live view is away: numbers come from the store, a moment later',
  gone: 'This run was removed',
  failed: (why) => `The run failed: ${why}`,
  cannotLoad: 'This could not be read.',
  again: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  whatIsIt: 'What this is',
  numerator: 'Numerator',
  denominator: 'Denominator',
  whoCounts: 'Who counts',
  unit: 'Unit',
  keyAsked: 'Key',
  keyMend: 'Whoever keeps this gateway gives you one; it lies in its keys file.',
  enter: 'Enter',
  menu: 'Menu',
  theme: 'Light or dark',
  whichRun: 'Run',
  forkedOn: (date) => `fork from ${date}`,
  waitsFor: (day, whom, seconds) => `day ${day} waits for ${whom}, ${seconds} s`,
  newest: 'to the newest day',
  tryAnother: 'Show the newest run',
  ended: 'run over',
  pausedAt: (day) => (day < 0 ? 'paused' : `paused after day ${day}`),
  keys: [
    ['space', 'play, pause'],
    [', .', 'a day back, on'],
    ['i', 'intervene'],
    ['f', 'fork here'],
    ['c', 'compare'],
    ['/', 'search'],
    ['t', 'table of the charts'],
    ['1–8', 'pages'],
    ['?', 'this list'],
  ],
};

const zh: ShellWords = {
  pages: {
    ...{ live: '实况', stages: '环节', enterprises: '企业', why: '原因' },
    ...{ scenarios: '方案', compare: '对比', events: '事件', system: '系统' },
  },
  otherLanguage: 'English',
  intervene: '干预',
  forkHere: '从此分叉',
  dark: '深色',
  light: '浅色',
  help: '按键',
  table: '表格',
  exportCsv: '导出 CSV',
  play: '播放',
  pause: '暂停',
  seed: (seed) => `种子 ${seed}`,
  sealed: (day) => (day < 0 ? '尚无封存的日子' : `第 ${day} 天已封存`),
  dayOf: (day, days) => `第 ${day}／${days - 1} 天`,
  opening: (day) => `正在打开第 ${day} 天`,
  late: (day, seconds) => `第 ${day} 天已等待 ${seconds} 秒`,
  nothingYet: '还没有运行过',
  noRun: '没有这次运行。',
  playKeqiao: '播放柯桥',
  cut: (day) => `连接中断，显示第 ${day} 天，正在重试`,
  degraded: '实时视图不可用：数字来自存储，稍有延迟',
  gone: '这次运行已被删除',
  failed: (why) => `运行失败：${why}`,
  cannotLoad: '无法读取。',
  again: '重试',
  close: '关闭',
  cancel: '取消',
  whatIsIt: '这是什么',
  numerator: '分子',
  denominator: '分母',
  whoCounts: '统计范围',
  unit: '单位',
  keyAsked: '密钥',
  keyMend: '请向网关的管理者索取，密钥在其密钥文件中。',
  enter: '进入',
  menu: '菜单',
  theme: '浅色或深色',
  whichRun: '运行',
  forkedOn: (date) => `自${date}分叉`,
  waitsFor: (day, whom, seconds) => `第 ${day} 天等待${whom}，${seconds} 秒`,
  newest: '到最新一天',
  tryAnother: '显示最新的运行',
  ended: '运行结束',
  pausedAt: (day) => (day < 0 ? '已暂停' : `第 ${day} 天后暂停`),
  keys: [
    ['空格', '播放、暂停'],
    [', .', '前一天、后一天'],
    ['i', '干预'],
    ['f', '从此分叉'],
    ['c', '对比'],
    ['/', '搜索'],
    ['t', '图表的表格'],
    ['1–8', '页面'],
    ['?', '本列表'],
  ],
};

export const SHELL_WORDS: Readonly<Record<Language, ShellWords>> = { en, zh };
