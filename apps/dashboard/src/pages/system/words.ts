// Words of the page of the system.
import type { Language } from '#libs/words';

export interface SystemWords {
  readonly nobody: string;
  readonly nothingRuns: string;
  readonly noneLead: string;
  readonly goesOn: (runs: number) => string;
  readonly holds: (who: string) => string;
  readonly holdsLead: (run: string, day: number, seconds: number) => string;
  readonly away: (service: string) => string;
  readonly awayLead: string;
  readonly storeAway: string;
  readonly storeAwayLead: string;
  readonly gap: (run: string) => string;
  readonly gapLead: (gap: string) => string;
  readonly unread: string;
  readonly services: string;
  readonly servicesNote: string;
  readonly serviceNames: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<'service' | 'state' | 'day' | 'runs' | 'waitsFor', string>>;
  readonly ready: string;
  readonly notReady: string;
  readonly nobodyWaits: string;
  readonly runsUnderWay: string;
  readonly runsNote: string;
  readonly noRunUnderWay: string;
  readonly opened: (day: number) => string;
  readonly sealed: (day: number) => string;
  readonly noneSealed: string;
  readonly attempt: (count: number) => string;
  readonly noWatermarks: string;
  readonly watermarks: string;
  readonly source: string;
  readonly lastOut: string;
  readonly facts: string;
  readonly liveView: string;
  readonly live: Readonly<Record<'ok' | 'away' | 'embedded', string>>;
  readonly store: string;
  readonly stores: Readonly<Record<'ok' | 'away', string>>;
  readonly clients: string;
  readonly version: string;
  readonly model: string;
  readonly digests: string;
  readonly digestsNote: string;
  readonly noDigests: string;
  readonly state: string;
  readonly flow: string;
  readonly day: string;
  readonly run: string;
}

const en: SystemWords = {
  nobody: 'Nobody holds the day back',
  nothingRuns: 'Nothing is running',
  noneLead: 'Start a scenario, or play a run that is paused.',
  goesOn: (runs) => (runs === 1 ? 'One run is under way.' : `${runs} runs are under way.`),
  holds: (who) => `${who} holds the day back`,
  holdsLead: (run, day, seconds) => `Day ${day} of ${run} is open and not sealed, for ${seconds} s at least.`,
  away: (service) => `${service} does not answer`,
  awayLead: 'Days wait until it is back; nothing that is sealed is lost. See its log, and start it again.',
  storeAway: 'The store does not answer',
  storeAwayLead: 'Runs cannot be read until it is back. See the log of PostgreSQL, and start it again.',
  gap: (run) => `${run} cannot go on: records are missing`,
  gapLead: (gap) => `${gap}. See “What is lost” in the operations manual.`,
  unread: 'The gateway does not say how it is',
  services: 'Services',
  servicesNote: 'what each says of itself',
  serviceNames: {
    ...{
      plants: 'Plants',
      logistics: 'Logistics',
      markets: 'Markets',
      exporters: 'Exporters',
      support: 'Service desk',
    },
    ...{ control: 'Control', recovery: 'Recovery', gateway: 'Gateway' },
  },
  columns: { service: 'Service', state: 'State', day: 'Newest day', runs: 'Runs', waitsFor: 'Waits for' },
  ready: 'ready',
  notReady: '✗ not ready',
  nobodyWaits: 'nobody',
  runsUnderWay: 'Runs under way',
  runsNote: 'a cell a day; filled: this source has sent the day, outlined: the day is open and it has not',
  noRunUnderWay: 'No run is under way.',
  opened: (day) => (day < 0 ? 'no day opened' : `day ${day} opened`),
  sealed: (day) => `day ${day} sealed`,
  noneSealed: 'no day sealed',
  attempt: (count) => `attempt ${count}`,
  noWatermarks: 'No source waits at the moment.',
  watermarks: 'Watermark by source',
  source: 'Source',
  lastOut: 'Last day out',
  facts: 'Versions and stores',
  liveView: 'Live view',
  live: { ok: 'answers', away: '✗ away: the page reads the store, a little later', embedded: 'in this process' },
  store: 'Store',
  stores: { ok: 'answers', away: '✗ away' },
  clients: 'Readers of live streams',
  version: 'Version',
  model: 'Model',
  digests: 'Digests of the last days',
  digestsNote: 'equal digests are equal runs: hold them against a replay',
  noDigests: 'No day is sealed yet.',
  state: 'State',
  flow: 'Flow',
  day: 'Day',
  run: 'Run',
};

const zh: SystemWords = {
  nobody: '没有谁拖住进度',
  nothingRuns: '没有正在进行的运行',
  noneLead: '请启动一个方案，或继续播放已暂停的运行。',
  goesOn: (runs) => `${runs} 次运行正在进行。`,
  holds: (who) => `${who}拖住了进度`,
  holdsLead: (run, day, seconds) => `${run} 第 ${day} 天已打开而未封存，至少已 ${seconds} 秒。`,
  away: (service) => `${service}没有应答`,
  awayLead: '恢复之前各日等待，已封存的不会丢失。请查看其日志并重新启动。',
  storeAway: '存储没有应答',
  storeAwayLead: '恢复之前无法读取运行。请查看 PostgreSQL 日志并重新启动。',
  gap: (run) => `${run} 无法继续：记录缺失`,
  gapLead: (gap) => `${gap}。请看运维手册。`,
  unread: '网关没有说明自身状况',
  services: '服务',
  servicesNote: '各服务自述',
  serviceNames: {
    ...{ plants: '工厂', logistics: '物流', markets: '市场', exporters: '外贸', support: '服务专班' },
    ...{ control: '控制', recovery: '恢复统计', gateway: '网关' },
  },
  columns: { service: '服务', state: '状态', day: '最新日', runs: '运行', waitsFor: '等待' },
  ready: '就绪',
  notReady: '✗ 未就绪',
  nobodyWaits: '无',
  runsUnderWay: '正在进行的运行',
  runsNote: '一格一天；实心：该来源已发出当日，空心：该日已打开而尚未发出',
  noRunUnderWay: '没有正在进行的运行。',
  opened: (day) => (day < 0 ? '尚未打开任何一天' : `已打开第 ${day} 天`),
  sealed: (day) => `第 ${day} 天已封存`,
  noneSealed: '尚无封存的日子',
  attempt: (count) => `第 ${count} 次尝试`,
  noWatermarks: '此刻没有来源在等待。',
  watermarks: '各来源水位',
  source: '来源',
  lastOut: '最后发出',
  facts: '版本与存储',
  liveView: '实时视图',
  live: { ok: '有应答', away: '✗ 不可用：页面改读存储，稍有延迟', embedded: '在本进程内' },
  store: '存储',
  stores: { ok: '有应答', away: '✗ 不可用' },
  clients: '实时读者',
  version: '版本',
  model: '模型',
  digests: '最近各日的摘要',
  digestsNote: '摘要相同即运行相同：可与重放对照',
  noDigests: '尚无封存的日子。',
  state: '状态',
  flow: '流量',
  day: '日',
  run: '运行',
};

export const SYSTEM_WORDS: Readonly<Record<Language, SystemWords>> = { en, zh };
