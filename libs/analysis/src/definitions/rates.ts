// The rates that the news mixes, and what they are made of.
import type { Definition } from './definition';

export const RATES: readonly Definition[] = [
  {
    name: 'resumption',
    fields: ['rates[].resumption', 'sectors[].resumption'],
    en: {
      title: 'Resumption rate',
      numerator: 'enterprises with an open gate that make at least 5 % of their base output that day',
      denominator: 'all enterprises',
      counts: 'every enterprise once, whatever its size; sellers outside the chain do not count',
      unit: 'ratio, 0 to 1, by day',
    },
    zh: {
      title: '复工率',
      numerator: '当日获准开工、且产出不低于常态产出 5 % 的企业数',
      denominator: '全部企业数',
      counts: '每家企业计一次，不论大小；链外供应商不计',
      unit: '比率，0 到 1，逐日',
    },
  },
  {
    name: 'returnToPost',
    fields: ['rates[].returnToPost', 'sectors[].returnToPost'],
    en: {
      title: 'Return-to-post rate',
      numerator: 'staff on post that day',
      denominator: 'normal staff',
      counts: 'enterprises whose staff the scenario models; null where it models none',
      unit: 'ratio, 0 to 1, by day',
    },
    zh: {
      title: '返岗率',
      numerator: '当日在岗人数',
      denominator: '正常员工人数',
      counts: '情景中有员工模型的企业；没有时为空',
      unit: '比率，0 到 1，逐日',
    },
  },
  {
    name: 'capacityRecovery',
    fields: ['rates[].capacityRecovery', 'sectors[].capacityRecovery', 'zones[].capacityRecovery'],
    en: {
      title: 'Capacity recovery rate',
      numerator: 'sum of w x min(1, output / base output): nobody makes up for another',
      denominator: 'sum of w',
      counts:
        'all enterprises but sellers outside; inside a sector w is base output, across sectors (chain, zones, stages) value added at base, so that a metre of cloth counts once',
      unit: 'ratio, 0 to 1, by day',
    },
    zh: {
      title: '复产率（产能恢复率）',
      numerator: '各企业 w × min(1, 当日产出 / 常态产出) 之和：不得以一家之长补另一家之短',
      denominator: 'w 之和',
      counts:
        '除链外供应商外的全部企业；环节内 w 为常态产出，跨环节（全链、片区、各类环节合计）w 为常态增加值，一米布只计一次',
      unit: '比率，0 到 1，逐日',
    },
  },
  {
    name: 'throughput',
    fields: ['rates[].throughput'],
    en: {
      title: 'Throughput',
      numerator: 'value delivered to final demand that day, at base prices',
      denominator: 'final demand of a normal day',
      counts: 'sales out of the chain, those of exporters included; above 1 while what was late is caught up with',
      unit: 'ratio, by day',
    },
    zh: {
      title: '交付率',
      numerator: '当日交付给最终需求的价值，按基期价格',
      denominator: '常态一天的最终需求',
      counts: '卖出链外的全部货物，含外贸；补交积压时可大于 1',
      unit: '比率，逐日',
    },
  },
  {
    name: 'recoverability',
    fields: ['recoverability'],
    en: {
      title: 'Whether the chain comes back',
      numerator: 'capacity recovery of the chain on the day on which it is steady',
      denominator: null,
      counts:
        'the run goes on after its last day, shocks and levers as they stand, until 14 days lie within 0.0001 of each other or two years have passed; recovered: at least 0.99',
      unit: 'ratio; days after the run',
    },
    zh: {
      title: '全链能否恢复',
      numerator: '走到稳定那天的全链复产率',
      denominator: null,
      counts: '模拟期后冲击与措施保持最后一天的样子，继续到 14 天内波动不超过 0.0001 或满两年；不低于 0.99 为恢复',
      unit: '比率；模拟期后天数',
    },
  },
  {
    name: 'band',
    fields: [],
    en: {
      title: 'Band over seeds',
      numerator:
        'of n runs that differ in the seed alone: the median, and from 20 runs on the band without the lowest and highest twentieth; of fewer, from the least to the greatest',
      denominator: null,
      counts: 'each figure is one that a run had; of an even number the lower of the two in the middle',
      unit: 'as the figure',
    },
    zh: {
      title: '多种子区间',
      numerator: '只有随机种子不同的 n 次模拟：中位数；20 次及以上时去掉最低与最高各二十分之一，不足时从最小到最大',
      denominator: null,
      counts: '每个数都是某次模拟的数；次数为偶数时取中间两个里较小的',
      unit: '同该指标',
    },
  },
];
