// What the service desk and the roads can be measured by: meters, passes, and in which order things came.
import type { Definition } from './definition';

export const DESK: readonly Definition[] = [
  {
    name: 'electricityAbove',
    fields: [],
    en: {
      title: 'Enterprises by the meter',
      numerator: 'enterprises whose meter reads at least the share asked for: e0 + (1 - e0) x output / base output',
      denominator: null,
      counts: 'enterprises of the chain, or of the stage or sector named',
      unit: 'enterprises',
    },
    zh: {
      title: '用电达标企业',
      numerator: '电表读数不低于所求比例的企业数：e0 + (1 − e0) × 产出 / 基期产出',
      denominator: null,
      counts: '链内企业，或指定阶段、环节的企业',
      unit: '家',
    },
  },
  {
    name: 'electricityPanel',
    fields: [],
    en: {
      title: 'Panel of key users',
      numerator: 'sum of the meter readings of the largest users',
      denominator: 'number of these users',
      counts: 'the so many largest enterprises by base output; a biased sample of the whole',
      unit: 'ratio, 0 to 1',
    },
    zh: {
      title: '重点用户用电',
      numerator: '重点用户电表读数之和',
      denominator: '用户数',
      counts: '基期产出最大的若干家；并非全体的无偏样本',
      unit: '比率，0 到 1',
    },
  },
  {
    name: 'halfwayLag',
    fields: [],
    en: {
      title: 'Lag behind another sector',
      numerator: 'first day at half of capacity recovery, less the same day of the sector that goes before',
      denominator: null,
      counts: 'two sectors; null where one never gets half-way',
      unit: 'days',
    },
    zh: {
      title: '滞后天数',
      numerator: '复产过半的首日，减去在前环节的同一日',
      denominator: null,
      counts: '两个环节；任一未过半则为空',
      unit: '天',
    },
  },
  {
    name: 'boundLag',
    fields: [],
    en: {
      title: 'Order of two constraints',
      numerator: 'first day on which the second constraint holds a sector down, less the first day of the first',
      denominator: null,
      counts: 'the sectors named, each by the constraint that holds most of its lost value down',
      unit: 'days',
    },
    zh: {
      title: '两种约束的先后',
      numerator: '后一约束首次卡住某环节之日，减去前一约束首次卡住之日',
      denominator: null,
      counts: '所指各环节，各按其损失价值最大的约束计',
      unit: '天',
    },
  },
  {
    name: 'passesHeld',
    fields: [],
    en: {
      title: 'Passes held',
      numerator: 'passes on issue on all corridors',
      denominator: null,
      counts: 'granted by the office; where there is none, the quota',
      unit: 'passes',
    },
    zh: {
      title: '持有通行证',
      numerator: '各通道已发放的通行证',
      denominator: null,
      counts: '由审批机关核发；无审批环节时为配额',
      unit: '张',
    },
  },
];
