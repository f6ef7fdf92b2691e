// What a lever, curve, shock or number of the market is called, and in what it is counted, by what it acts on.

export type LeverKind = 'count' | 'ratio' | 'switch' | 'yuan' | 'factor';

export interface LeverWords {
  readonly name: { readonly en: string; readonly zh: string };
  readonly unit: { readonly en: string; readonly zh: string };
  readonly kind: LeverKind;
}

const of = (
  kind: LeverKind,
  name: readonly [en: string, zh: string],
  unit: readonly [en: string, zh: string],
): LeverWords => ({
  name: { en: name[0], zh: name[1] },
  unit: { en: unit[0], zh: unit[1] },
  kind,
});

const ON = ['on or off', '开/关'] as const;
const TIMES = ['times the usual', '倍（平时为 1）'] as const;
const SEATS = ['seats a day', '座/日'] as const;
const share = (en: string, zh: string): readonly [string, string] => [
  `share of ${en}, 0 to 1`,
  `占${zh}的比例，0 至 1`,
];

const WORDS: Readonly<Record<string, LeverWords>> = {
  passes: of('count', ['Transport passes', '通行证'], ['passes', '张']),
  checkpoint: of('switch', ['Road checkpoint', '道路卡点'], ON),
  greenChannel: of('switch', ['Green channel', '绿色通道'], ON),
  drivers: of('factor', ['Drivers at work', '在岗司机'], TIMES),
  whiteList: of('count', ['White list', '返岗白名单'], ['workers a day', '人/日']),
  healthCode: of('ratio', ['Green codes given', '绿码发放'], share('those listed, each day', '名单内人员')),
  trainSeats: of('count', ['Workers’ trains', '就业专列'], SEATS),
  charterSeats: of('count', ['Charter buses', '点对点包车'], SEATS),
  carpool: of('switch', ['Shared charter buses', '企业拼车'], ON),
  selfDrive: of('ratio', ['Subsidy for own cars', '自驾补贴'], share('those away, more each day', '未返人员每日增量')),
  quarantine: of('factor', ['Length of quarantine', '隔离时长'], TIMES),
  approvals: of('count', ['Resumption approvals', '复工审批'], ['enterprises a day', '家/日']),
  filing: of('switch', ['Filing instead of approval', '审批改备案'], ON),
  licence: of('switch', ['Non-stop licence', '不停产许可'], ON),
  maskSupply: of('count', ['Mask supply', '口罩供应'], ['masks a day', '只/日']),
  maskPurchase: of('ratio', ['Masks that enterprises find', '企业自购口罩'], share('what they need', '所需')),
  electricityKey: of('switch', ['Masks by the meter', '口罩按用电调拨'], ON),
  certificates: of('ratio', ['Force-majeure certificates', '不可抗力证明'], share('exporters', '外贸企业')),
  open: of('ratio', ['May open', '可开工'], share('enterprises', '企业')),
  capacity: of('factor', ['Capacity', '产能'], TIMES),
  utility: of('ratio', ['Power and steam', '电汽供应'], share('the usual', '平时')),
  demand: of('factor', ['Demand', '需求'], TIMES),
  finishedTarget: of('factor', ['Finished stock aimed at', '成品库存目标'], TIMES),
  'market.opens': of('switch', ['Market opening', '市场开市'], ON),
  'market.online': of('ratio', ['Online trade', '线上成交'], share('usual turnover', '平日成交')),
  'market.visitorsPerDay': of('count', ['Visitors', '客流'], ['visitors a day', '人/日']),
  'market.entryCap': of('count', ['Entry control', '入场管控'], ['visitors a day at most', '人/日上限']),
  'market.basketYuan': of('yuan', ['Purchase of a visitor', '每位客商采购额'], ['yuan', '元']),
};

/** @param acts as in the scenario; `market.` before a number of the market */
export function leverWords(acts: string): LeverWords {
  return Object.hasOwn(WORDS, acts) ? WORDS[acts] : of('factor', [acts, acts], TIMES);
}
