// Words of the page of enterprises.
import type { Language } from '#libs/words';

export interface EnterprisesWords {
  readonly on: (date: string) => string;
  /** Whose enterprises: all, or those of a sector. */
  readonly whose: (all: string, sector: string | undefined) => string;
  readonly belowHalf: (count: string, whose: string) => string;
  readonly allBelow: (whose: string) => string;
  readonly notBack: (count: string, whose: string) => string;
  readonly allBack: (whose: string) => string;
  readonly notYet: string;
  readonly pressPlay: string;
  readonly mostIn: (sector: string, count: string) => string;
  readonly nearlyNothing: (count: string) => string;
  readonly back: (count: string, share: string) => string;
  readonly mapTitle: string;
  readonly mapNote: string;
  readonly mapLabel: string;
  readonly mapKeys: string;
  readonly tallNote: string;
  readonly zoom: string;
  readonly closer: string;
  readonly farther: string;
  readonly whole: string;
  readonly order: string;
  readonly orders: Readonly<Record<'woke' | 'chain', string>>;
  readonly together: (count: string, sector: string) => string;
  readonly onAverage: (share: string) => string;
  readonly zoomToName: string;
  readonly clickForWhy: string;
  readonly listTitle: string;
  readonly found: (count: string) => string;
  readonly sector: string;
  readonly allSectors: string;
  readonly heldBy: string;
  readonly anyCause: string;
  readonly search: string;
  readonly columns: Readonly<Record<'id' | 'sector' | 'zone' | 'bound' | 'ratio' | 'output' | 'lost' | 'base', string>>;
  readonly nobody: string;
  readonly nobodyMend: string;
  readonly clear: string;
  readonly sortBy: (column: string) => string;
  readonly scale: string;
}

const en: EnterprisesWords = {
  on: (date) => `${date}`,
  whose: (all, sector) => (sector === undefined ? `${all} enterprises` : `${all} in ${sector.toLowerCase()}`),
  belowHalf: (count, whose) => `${count} of ${whose} make less than half of normal`,
  allBelow: (whose) => `All ${whose} make less than half of normal`,
  notBack: (count, whose) => `${count} of ${whose} are not back at 80\u2009%`,
  allBack: (whose) => `All ${whose} are back at 80\u2009%`,
  notYet: 'No day is sealed yet',
  pressPlay: 'Press space to play the run.',
  mostIn: (sector, count) => `Most of them, ${count}, are in ${sector.toLowerCase()}.`,
  nearlyNothing: (count) => `${count} make next to nothing.`,
  back: (count, share) => `${count} (${share}) are back at 80\u2009% or above.`,
  mapTitle: 'Every enterprise, every day',
  mapNote: 'a row an enterprise, a column a day; colour = output over normal',
  mapLabel: 'Map of every enterprise and day. Arrows move, plus and minus zoom, Enter opens why.',
  mapKeys: 'wheel or + − zoom, shift for days, drag moves, 0 shows all',
  tallNote: 'small sectors are drawn taller than their share',
  zoom: 'Zoom',
  closer: 'Closer',
  farther: 'Farther',
  whole: 'All',
  order: 'Order',
  orders: { woke: 'who woke first', chain: 'as in the chain' },
  together: (count, sector) => `${count} of ${sector.toLowerCase()}`,
  onAverage: (share) => `${share} on average`,
  zoomToName: 'click or +: closer',
  clickForWhy: 'click or Enter: why',
  listTitle: 'Enterprises',
  found: (count) => `${count} found`,
  sector: 'Sector',
  allSectors: 'all sectors',
  heldBy: 'Held by',
  anyCause: 'anything',
  search: 'Search by id',
  columns: {
    ...{ id: 'Enterprise', sector: 'Sector', zone: 'Zone', bound: 'Held by' },
    ...{ ratio: 'Of normal', output: 'Output', lost: 'Lost', base: 'Normal' },
  },
  nobody: 'No enterprise fits.',
  nobodyMend: 'Take a filter away.',
  clear: 'Clear all',
  sortBy: (column) => `Sort by ${column.toLowerCase()}`,
  scale: 'of normal',
};

const zh: EnterprisesWords = {
  on: (date) => date,
  whose: (all, sector) => `${all} 家${sector ?? ''}企业`,
  belowHalf: (count, whose) => `${whose}中有 ${count} 家产出不到平日一半`,
  allBelow: (whose) => `${whose}产出全都不到平日一半`,
  notBack: (count, whose) => `${whose}中有 ${count} 家未恢复到 80\u2009%`,
  allBack: (whose) => `${whose}全部恢复到 80\u2009% 以上`,
  notYet: '尚无封存的日子',
  pressPlay: '按空格键播放运行。',
  mostIn: (sector, count) => `其中${sector}最多，${count} 家。`,
  nearlyNothing: (count) => `${count} 家几乎没有产出。`,
  back: (count, share) => `${count} 家（${share}）已恢复到 80\u2009% 以上。`,
  mapTitle: '每家企业、每一天',
  mapNote: '一行一家企业，一列一天；颜色为产出与平日之比',
  mapLabel: '每家企业每一天的热力图。方向键移动，加减号缩放，回车查看原因。',
  mapKeys: '滚轮或 + − 缩放，按 Shift 缩放日期，拖动移动，0 显示全部',
  tallNote: '小环节画得比其份额高',
  zoom: '缩放',
  closer: '放大',
  farther: '缩小',
  whole: '全部',
  order: '次序',
  orders: { woke: '按复工先后', chain: '按产业链' },
  together: (count, sector) => `${sector} ${count} 家`,
  onAverage: (share) => `平均 ${share}`,
  zoomToName: '点击或 +：放大',
  clickForWhy: '点击或回车：查看原因',
  listTitle: '企业',
  found: (count) => `共 ${count} 家`,
  sector: '环节',
  allSectors: '全部环节',
  heldBy: '卡点',
  anyCause: '不限',
  search: '按编号搜索',
  columns: {
    ...{ id: '企业', sector: '环节', zone: '片区', bound: '卡点' },
    ...{ ratio: '与平日之比', output: '产出', lost: '损失', base: '平日' },
  },
  nobody: '没有符合条件的企业。',
  nobodyMend: '请减少筛选条件。',
  clear: '清除全部',
  sortBy: (column) => `按${column}排序`,
  scale: '与平日之比',
};

export const ENTERPRISES_WORDS: Readonly<Record<Language, EnterprisesWords>> = { en, zh };
