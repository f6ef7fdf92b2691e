// What was refused, in words for who looks at the page: the gateway's own speak to programs too. In Chinese by the code,
// where the code says all; what is about values of an input (SCN_..., CSV_...) stays as the gateway says it.
import type { Problem } from '#libs/api';
import type { Language } from '#libs/words';
import { isProblem } from '../api/client';
import { sentence } from './sentence';
import { SHELL_WORDS } from './shell';

export interface ToldProblem {
  readonly detail: string;
  readonly mend: string;
}

/** What is wrong and what to do; without the latter, what the gateway says. */
type Told = Readonly<Record<string, readonly [detail: string, mend?: string]>>;

const EN: Told = {
  API_NO_KEY: ['The gateway does not know this key.', 'Ask whoever runs it for one.'],
  API_NO_SCENARIO: ['There is no such scenario.', 'Choose one in the list.'],
  API_UNKNOWN_RUN: [SHELL_WORDS.en.noRun, 'Choose one at the top, or play a scenario.'],
};

const ZH: Told = {
  API_BUILT_IN: ['这是项目自带的方案。', '请换一个编号保存。'],
  API_BUSY: ['服务正忙。', '请过几秒再试。'],
  API_DAY_NOT_SEALED: ['这一天尚未封存。', '请选已经过去的日子。'],
  API_NO_KEY: ['网关不认识这个密钥。', '请向管理网关的人索取。'],
  API_NO_SCENARIO: ['没有这个方案。', '请从列表中选择。'],
  API_RATE: ['请求太多。', '请稍后再试。'],
  API_ROLE: ['您的角色不能这样做。', '请使用权限更高的密钥。'],
  API_STORE_AWAY: ['存放运行的数据库没有回答。', '请稍后再试。'],
  API_TOO_LARGE: ['内容太大。', '请把小企业写成群体，不要逐家列出。'],
  API_TOO_MANY: ['保存的方案已达上限。', '请先删除不再需要的方案。'],
  API_TOO_MANY_RUNS: ['正在进行的运行已达上限。', '请等其中一次结束，或删除一次。'],
  API_TOO_MANY_STREAMS: ['打开的页面太多。', '请关闭一些，或稍后再试。'],
  API_UNEXPECTED: ['服务出了意外。', '原因见网关日志。'],
  API_UNKNOWN_ENTERPRISE: ['没有这家企业。', '请按编号的一部分查找。'],
  API_UNKNOWN_RUN: [SHELL_WORDS.zh.noRun, '请在上方另选一次，或播放一个方案。'],
  API_UNKNOWN_SECTOR: ['没有这个环节。', '请从列表中选择。'],
  CLI_BAD_DAY: ['这一天不在运行期内。', '请选运行期内的日子。'],
  CLI_UNKNOWN_ENTERPRISE: ['这次运行中没有这家企业。'],
  LOSS_NOT_ATTRIBUTED: [
    '采用已发表模型的节奏或分单规则时，不作损失归因。',
    '请改用 rhythm: daily 与 orders: {rule: plan}。',
  ],
  STK_DAY_NOT_REACHED: ['这次运行还没有这一天。', '请稍后再试。'],
  STK_LOSSES_NOT_YET: ['当日损失尚未归因完毕。', '请过几秒再试。'],
  STK_NOT_ENDED: ['这次运行尚未结束。', '结束后才能导出档案。'],
  STK_OTHER_MODEL: ['这次运行由另一版本的模型算出。', '请使用该版本。'],
  STK_RUN_OVER: ['这次运行的每一天都已开始，不能再干预。', '请改用分叉。'],
};

const TOLD: Readonly<Record<Language, Told>> = { en: EN, zh: ZH };

export function toldProblem({ code, detail, mend }: Problem, language: Language): ToldProblem {
  const [told, toDo = mend] = TOLD[language][code] ?? [sentence(detail)];
  return { detail: told, mend: toDo };
}

/** What to say of an error: where it is no refusal, that the gateway could not be reached. */
export function toldError(error: unknown, language: Language): ToldProblem {
  if (isProblem(error)) return toldProblem(error.problem, language);
  const { cannotLoad, again } = SHELL_WORDS[language];
  return { detail: cannotLoad, mend: `${again}${language === 'zh' ? '。' : '.'}` };
}

/** The same in one line. */
export function errorLine(error: unknown, language: Language): string {
  const { detail, mend } = toldError(error, language);
  return `${detail} ${mend}`;
}
