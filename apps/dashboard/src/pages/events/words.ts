// Words of the page Events; the sentences themselves come from the gateway, in both languages.
import type { MilestoneType } from '#libs/messages';
import type { Language } from '#libs/words';

export interface EventsWords {
  readonly title: string;
  readonly nothing: string;
  readonly nothingLead: string;
  readonly lead: (date: string, more: number, all: string) => string;
  readonly noMatch: string;
  readonly noMatchLead: string;
  readonly clear: string;
  readonly order: string;
  readonly newest: string;
  readonly story: string;
  readonly type: string;
  readonly allTypes: string;
  readonly sector: string;
  readonly allSectors: string;
  readonly search: string;
  readonly from: string;
  readonly to: string;
  readonly shown: (shown: string, all: string) => string;
  readonly cut: (most: string) => string;
  readonly ofDay: (events: number) => string;
  readonly forkHere: string;
  readonly watchFrom: string;
  readonly because: string;
  readonly ledTo: string;
  readonly andMore: (count: number) => string;
  readonly resumedTogether: (count: string, sector: string) => string;
  readonly newDays: (count: number) => string;
  readonly askWhy: string;
  readonly members: string;
  readonly loading: string;
  readonly types: Readonly<Record<MilestoneType, string>>;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const en: EventsWords = {
  title: 'Events',
  nothing: 'Nothing has happened yet',
  nothingLead: 'Events come as the days close.',
  lead: (date, more, all) =>
    `${date}${more > 0 ? `, with ${more} more that day` : ''}. ${all} events so far, each with what brought it about.`,
  noMatch: 'No event fits',
  noMatchLead: 'None of the events so far is of this type, place and time.',
  clear: 'Show all',
  order: 'Order',
  newest: 'Newest first',
  story: 'As a story',
  type: 'Type',
  allTypes: 'All types',
  sector: 'Sector',
  allSectors: 'All sectors',
  search: 'Enterprise or word',
  from: 'From',
  to: 'to',
  shown: (shown, all) => (shown === all ? `${all} events` : `${shown} of ${all} events`),
  cut: (most) => `The first ${most} events are shown.`,
  ofDay: (events) => plural(events, 'event'),
  forkHere: 'Fork here',
  watchFrom: 'Replay from here',
  because: 'because',
  ledTo: 'led to',
  andMore: (count) => `and ${count} more`,
  resumedTogether: (count, sector) => `${count} enterprises of ${sector} resumed.`,
  newDays: (count) => `${plural(count, 'new day')}: show`,
  askWhy: 'Why?',
  members: 'Which ones',
  loading: 'Reading events …',
  types: {
    ShockBegan: 'Shock',
    ShockEnded: 'Shock over',
    LeverPulled: 'Lever',
    SectorResumed: 'Sector back',
    ShortageReachedSector: 'Shortage',
    ShortageLeftSector: 'Shortage over',
    MarketOpened: 'Market opens',
    EnterpriseResumed: 'Resumed',
    FirstContainerLeft: 'Container',
    StaffReturned: 'Staff',
    SeatsTaken: 'Seats',
    MasksAllotted: 'Masks',
    PlaceClosed: 'Closed again',
    PlaceReopened: 'May reopen',
    PassGranted: 'Passes',
    BottleneckOpened: 'Bottleneck',
    BottleneckMoved: 'Bottleneck moves',
    BottleneckCleared: 'Bottleneck gone',
    ContractLate: 'Contract late',
    ContractCancelled: 'Contract lost',
  },
};

const zh: EventsWords = {
  title: '事件',
  nothing: '还没有发生什么',
  nothingLead: '每封存一天，就有新的事件。',
  lead: (date, more, all) => `${date}${more > 0 ? `，当日另有 ${more} 件` : ''}。至今 ${all} 件，各附其起因。`,
  noMatch: '没有符合的事件',
  noMatchLead: '至今没有这种类型、环节和日期的事件。',
  clear: '全部显示',
  order: '顺序',
  newest: '最新在前',
  story: '按时间顺叙',
  type: '类型',
  allTypes: '全部类型',
  sector: '环节',
  allSectors: '全部环节',
  search: '企业或字词',
  from: '自',
  to: '至',
  shown: (shown, all) => (shown === all ? `${all} 件` : `${all} 件中的 ${shown} 件`),
  cut: (most) => `只显示最早的 ${most} 件。`,
  ofDay: (events) => `${events} 件`,
  forkHere: '从此分叉',
  watchFrom: '从此重放',
  because: '起因',
  ledTo: '引出',
  andMore: (count) => `另有 ${count} 件`,
  resumedTogether: (count, sector) => `${sector} ${count} 家企业复工。`,
  newDays: (count) => `新增 ${count} 天：显示`,
  askWhy: '为何？',
  members: '是哪些',
  loading: '正在读取事件……',
  types: {
    ShockBegan: '冲击',
    ShockEnded: '冲击结束',
    LeverPulled: '措施',
    SectorResumed: '环节恢复',
    ShortageReachedSector: '短缺',
    ShortageLeftSector: '短缺结束',
    MarketOpened: '市场开市',
    EnterpriseResumed: '复工',
    FirstContainerLeft: '集装箱',
    StaffReturned: '返岗',
    SeatsTaken: '接人',
    MasksAllotted: '口罩',
    PlaceClosed: '再度关停',
    PlaceReopened: '可重开',
    PassGranted: '通行证',
    BottleneckOpened: '卡点',
    BottleneckMoved: '卡点转移',
    BottleneckCleared: '卡点消失',
    ContractLate: '合同逾期',
    ContractCancelled: '合同取消',
  },
};

export const EVENTS_WORDS: Readonly<Record<Language, EventsWords>> = { en, zh };
