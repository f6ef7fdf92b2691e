// The Chinese words of the commands around runs on a stack.
import type { StackWords } from './stack';

const AGES = { s: '秒', min: '分钟', h: '小时', d: '天' } as const;

export const stackZh: StackWords = {
  serves: (port, folder) =>
    `全部服务已就绪，http://127.0.0.1:${port}/readyz；数据在 ${folder}。\n在其上运行：resumption run FILE --stack。按 Ctrl-C 停止。`,
  servesPage: (port, folder) =>
    [
      '',
      `  复工仿真页面  http://127.0.0.1:${port}`,
      `  数据位于      ${folder}`,
      '  按 Ctrl-C 停止；已计算的结果在下次启动时仍在。',
      '',
    ].join('\n'),
  runCreated: (run) => `模拟 ${run}`,
  runLeft: (run) => `${run} 不靠本窗口，继续运行。`,
  howToFollow: (run) => `跟看：resumption events ${run} --stack --follow`,
  howToPause: (run) => `暂停：resumption pause ${run}`,
  howToRemove: (run) => `终止：resumption runs rm ${run} --force`,

  nothingMoved: (seconds, done, opened) => `已 ${seconds} 秒没有进展：完成到第 ${done} 天，放行到第 ${opened} 天。`,
  waitingFor: '在等',
  beforeFirstDay: '无',
  runPaused: (run) => `${run} 已暂停；继续：resumption play ${run}`,
  isNotRunning: (service) => `${service}（未在运行）`,
  isAtDay: (service, day) => `${service}（在第 ${day} 天）`,
  controlOpensNone: 'control，未放行新的一天',
  stagesOrRecovery: '某个环节或 recovery',
  recoverySumsUp: 'recovery，正在汇总',
  isMissing: (gap) => `日志中缺少的记录：${gap}`,

  standsFrom: (setting, date, day) => `${setting} 自${date}（第 ${day} 天）起生效。`,
  laterThanAsked: (asked, day) => `晚于所求（${asked}）：第 ${day} 天已经放行。`,
  nowPaused: (run, opened) =>
    opened < 0 ? `${run} 在第一天之前暂停。` : `${run} 已暂停：已放行到第 ${opened} 天，这些天会走完。`,
  nowPlays: (run, speed) => `${run} 继续，${speed}。`,
  asFastAsItGoes: '不限速',
  daysASecond: (count) => `每秒最多 ${count} 天`,
  nowSteps: (run, day) => `${run} 走到第 ${day} 天结束，停在那里。`,

  noRuns: '没有模拟。',
  run: '模拟',
  scenario: '情景',
  day: '天数',
  status: '状态',
  size: '大小',
  age: '时长',
  statuses: { playing: '进行中', paused: '暂停', ended: '已结束', failed: '失败' },
  ageOf: (count, unit) => `${count} ${AGES[unit]}`,
  runsRemoved: (count, size) => `已删除 ${count} 次模拟，共 ${size}。`,
  stillKept: (size) => `仍存有 ${size}：进行中的模拟不会删除。`,

  archived: (run, folder, digest) => `${run}：每一天都与运行中的记录一致。已存 ${folder}  摘要 ${digest}`,
  publishedAgain: (folder, run, days) => `${folder} 已作为 ${run} 重新发布：${days} 天。`,
  sameDigests: (digest) => `逐日摘要与存档相同；全程摘要 ${digest}。`,
};
