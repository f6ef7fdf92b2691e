// When things happened, how a shortage travelled, and observations.
import type { Definition } from './definition';

export const DAYS: readonly Definition[] = [
  {
    name: 'day80',
    fields: ['sectors[].day80'],
    en: {
      title: 'Back at 80 %',
      numerator:
        'first day from which capacity recovery stays at or above 80 % to the end of the run; day90, day95 likewise',
      denominator: null,
      counts: 'a sector, or the chain; null where it does not by the last day',
      unit: 'day of the run, 0 is its first',
    },
    zh: {
      title: '恢复到 80 %',
      numerator: '自该日起复产率一直不低于 80 % 到模拟期末的第一天；day90、day95 同理',
      denominator: null,
      counts: '单个环节或全链；期末仍未达到则为空',
      unit: '第几天，首日为 0',
    },
  },
  {
    name: 'shortage',
    fields: ['sectors[].shortage'],
    en: {
      title: 'Travel of a shortage',
      numerator:
        'first day on which capacity recovery of a sector is below 95 %, the lowest value and its day, and the day from which it stays at 95 %',
      denominator: null,
      counts: 'each sector; those that stay at 95 % or above have none',
      unit: 'days of the run; ratio, 0 to 1',
    },
    zh: {
      title: '短缺的传导',
      numerator: '环节复产率首次低于 95 % 的日子、最低值及其日子、此后一直不低于 95 % 的起始日',
      denominator: null,
      counts: '每个环节；始终不低于 95 % 的没有',
      unit: '第几天；比率，0 到 1',
    },
  },
  {
    name: 'observations',
    fields: ['observations'],
    en: {
      title: 'Observed against simulated',
      numerator: 'the simulated value of what was observed, on its day or over its days',
      denominator: null,
      counts:
        'input: given to the scenario; target: fitted to; check: neither. Within: inside the tolerance; for a floor only what is missing counts',
      unit: 'as the metric',
    },
    zh: {
      title: '观测与模拟对照',
      numerator: '与观测同日或同期的模拟值',
      denominator: null,
      counts: '输入：情景所给；拟合：参数据此调整；检验：两者都不是。容差内：偏差不超过容差；观测为下限时只计不足',
      unit: '同该指标',
    },
  },
  {
    name: 'daysAbove',
    fields: [],
    en: {
      title: 'Days above',
      numerator: 'days on which an enterprise makes at least so many metres',
      denominator: null,
      counts: 'one enterprise, from a day to a day',
      unit: 'days',
    },
    zh: {
      title: '达产天数',
      numerator: '企业日产不低于给定米数的天数',
      denominator: null,
      counts: '单个企业，给定起止日',
      unit: '天',
    },
  },
  {
    name: 'lever',
    fields: [],
    en: {
      title: 'Value of a lever',
      numerator: 'the value of a lever, curve or shock on a day, what was decided during the run included',
      denominator: null,
      counts: 'one series of the scenario',
      unit: 'as its act: passes, share, factor',
    },
    zh: {
      title: '措施取值',
      numerator: '某措施、曲线或冲击当日的取值，含模拟途中的决定',
      denominator: null,
      counts: '情景中的单个序列',
      unit: '依其作用：张数、份额、倍数',
    },
  },
  {
    name: 'enterprises',
    fields: ['enterprises', 'links'],
    en: {
      title: 'Enterprises and links',
      numerator: 'enterprises of the compiled chain, and links from a supplier to a buyer',
      denominator: null,
      counts: 'sellers outside included',
      unit: 'enterprises; links',
    },
    zh: {
      title: '企业与供需关系',
      numerator: '编成的产业链中的企业数，以及供应商到买家的供需关系数',
      denominator: null,
      counts: '含链外供应商',
      unit: '家；条',
    },
  },
  {
    name: 'milestones',
    fields: ['milestones'],
    en: {
      title: 'Milestones',
      numerator: 'things worth telling: told with the ids of their causes, at most 2,000 a day; the rest is counted',
      denominator: null,
      counts: 'the whole run',
      unit: 'milestones',
    },
    zh: {
      title: '大事',
      numerator: '值得一说的事：每天至多说 2,000 件，附起因编号；其余只计数',
      denominator: null,
      counts: '整个模拟期',
      unit: '件',
    },
  },
];
