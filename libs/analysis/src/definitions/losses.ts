// What was lost, and what held it down.
import type { Definition } from './definition';

export const LOSSES: readonly Definition[] = [
  {
    name: 'lostYuan',
    fields: ['sectors[].lostYuan'],
    en: {
      title: 'Lost output, gross',
      numerator: 'sum over days and enterprises of base output minus output, where that is positive',
      denominator: null,
      counts: 'one sector; not to be added up over sectors, since cloth holds the value of yarn',
      unit: 'yuan at base prices, over the run',
    },
    zh: {
      title: '损失的产出（总值）',
      numerator: '逐日逐企业：常态产出减当日产出，只计正数',
      denominator: null,
      counts: '单个环节；不能跨环节相加，因为布的价值里已有纱的价值',
      unit: '元，基期价格，模拟期合计',
    },
  },
  {
    name: 'lostValueAdded',
    fields: ['lostYuan.valueAdded', 'sectors[].lostValueAddedYuan'],
    en: {
      title: 'Lost value added',
      numerator: 'sum over days and enterprises of (1 - min(1, output / base output)) x value added at base',
      denominator: null,
      counts: 'all enterprises but sellers outside; may be added up over sectors; extra output later is not set off',
      unit: 'yuan at base prices, over the run',
    },
    zh: {
      title: '损失的增加值',
      numerator: '逐日逐企业：(1 − min(1, 当日产出 / 常态产出)) × 常态增加值',
      denominator: null,
      counts: '除链外供应商外的全部企业；可跨环节相加；事后多产不抵扣',
      unit: '元，基期价格，模拟期合计',
    },
  },
  {
    name: 'missedFinalDemand',
    fields: ['lostYuan.finalDemand'],
    en: {
      title: 'Final demand missed',
      numerator: 'sum over days of base final demand minus what was delivered that day, where that is positive',
      denominator: null,
      counts: 'the chain as a whole; what is delivered late is missed on its day and not set off later',
      unit: 'yuan at base prices, over the run',
    },
    zh: {
      title: '少交付的最终需求',
      numerator: '逐日：常态最终需求减当日交付，只计正数',
      denominator: null,
      counts: '全链合计；迟交的计入当日缺口，事后补交不抵扣',
      unit: '元，基期价格，模拟期合计',
    },
  },
  {
    name: 'losses',
    fields: ['losses'],
    en: {
      title: 'Losses by cause',
      numerator:
        'lost value added that began with a cause (workers, gate, masks, utility, transport, demand, start, ...) at a sector',
      denominator: 'all lost value added of the same days',
      counts:
        'each loss is carried along orders, stocks and deliveries to where it began; shares add up to 1; a history of who emptied what, not what would be cured by removing a cause',
      unit: 'yuan and ratio, 0 to 1',
    },
    zh: {
      title: '损失按成因分摊',
      numerator: '起因于某环节某成因（缺工、未获准、口罩、电汽、运输、需求、起始状态等）的损失增加值',
      denominator: '同期全部损失增加值',
      counts: '每笔损失沿订单、库存、交货追到起点，份额合计为 1；说的是谁先断了谁的货，不是去掉该成因能救回多少',
      unit: '元与比率，0 到 1',
    },
  },
  {
    name: 'bottleneckByAccounting',
    fields: ['bottleneck'],
    en: {
      title: 'Bottleneck by accounting',
      numerator: 'lost value added of the day that began with one cause at one sector: the largest such pair',
      denominator: 'all lost value added of the day',
      counts: 'pairs of sector and cause; told every day',
      unit: 'sector and cause; ratio, 0 to 1',
    },
    zh: {
      title: '瓶颈（按损失归因）',
      numerator: '当日起因于某环节某成因的损失增加值：其中最大的一对',
      denominator: '当日全部损失增加值',
      counts: '环节与成因的组合；逐日给出',
      unit: '环节与成因；比率，0 到 1',
    },
  },
  {
    name: 'bottleneckByRelief',
    fields: [],
    en: {
      title: 'Bottleneck by relief',
      numerator:
        'value to final demand that the chain gains when one constraint at one sector is lifted from a day on: the largest such pair',
      denominator: null,
      counts: 'each pair is run anew from that day, all else and the random numbers as they are; gains do not add up',
      unit: 'sector and cause; yuan at base prices',
    },
    zh: {
      title: '瓶颈（按放开增益）',
      numerator: '自某日起放开某环节某约束后，交付给最终需求的价值增加多少：其中最大的一对',
      denominator: null,
      counts: '每对从该日起重新模拟，其余与随机数不变；各项增益不可相加',
      unit: '环节与成因；元，基期价格',
    },
  },
  {
    name: 'bindingConstraint',
    fields: ['sectors[].heldBy'],
    en: {
      title: 'Binding constraint',
      numerator:
        'the smallest of wanted output, capacity and what inputs allow; a sector is held by the one that binds where most output is lost',
      denominator: null,
      counts:
        'every enterprise every day; a sector only while 1 % of its base output is lost, and for two days in a row',
      unit: 'name of a constraint; day on which it began',
    },
    zh: {
      title: '当日约束',
      numerator: '意愿产出、产能、原料所允许的产出三者中最小的一个；环节取损失产出最多处的约束',
      denominator: null,
      counts: '每家企业每天；环节须损失达常态产出的 1 % 且连续两天',
      unit: '约束名称；起始日',
    },
  },
  {
    name: 'stuckAt',
    fields: ['stuckAt'],
    en: {
      title: 'Where the chain is stuck',
      numerator: 'value added lost that day in the sector that loses most',
      denominator: 'value added lost that day in the chain',
      counts: 'days on which at least 1 % of value added is lost; where it is lost, not where it began',
      unit: 'sector and binding constraint; ratio, 0 to 1, by day',
    },
    zh: {
      title: '卡在何处',
      numerator: '当日损失增加值最多的环节所损失的增加值',
      denominator: '当日全链损失的增加值',
      counts: '损失达增加值 1 % 的日子；说的是损失落在哪里，不是从哪里开始',
      unit: '环节与约束；比率，0 到 1，逐日',
    },
  },
  {
    name: 'leverCosts',
    fields: ['leverCosts'],
    en: {
      title: 'Cost of a lever',
      numerator: 'sum over days of value x yuanPerUnitDay, plus yuanPerDay on days with a value above 0',
      denominator: null,
      counts: 'levers for which the scenario says a cost',
      unit: 'yuan, over the run',
    },
    zh: {
      title: '措施花费',
      numerator: '逐日：取值 × yuanPerUnitDay，取值大于 0 的日子另加 yuanPerDay',
      denominator: null,
      counts: '情景写明花费的措施',
      unit: '元，模拟期合计',
    },
  },
  {
    name: 'esri',
    fields: [],
    en: {
      title: 'ESRI, economic systemic risk index of an enterprise',
      numerator:
        'base output lost in the whole chain once the failure of that one enterprise has worked through, up and down',
      denominator: 'base output of the whole chain',
      counts: 'a static screening of links, without stocks or time (Diem et al.): which enterprises matter most',
      unit: 'ratio, 0 to 1, by enterprise',
    },
    zh: {
      title: 'ESRI，企业的系统性风险指数',
      numerator: '该企业一家停产、上下游影响全部传开后，全链损失的常态产出',
      denominator: '全链常态产出',
      counts: '只看供需关系的静态筛查，不计库存与时间（Diem 等）：哪些企业最要紧',
      unit: '比率，0 到 1，逐企业',
    },
  },
];
