// A lever, curve or number of the market that changes, as a sentence by what it acts on. A value of 0 ends what is
// switched on.
import { count, percent } from './numbers';
import type { Language } from './words';

type Sentence = (value: number, name: string) => string;

const whole = (value: number): string => count(value, Number.isInteger(value) ? 0 : 2);
/** One sentence for a value, another for 0. */
const orEnd =
  (on: Sentence, off: string): Sentence =>
  (value, name) =>
    value > 0 ? on(value, name) : off;

const EN: Readonly<Record<string, Sentence>> = {
  whiteList: orEnd((value) => `the white list takes ${whole(value)} workers a day`, 'the white list was closed'),
  healthCode: (value) => `${percent(value)} of those listed get a green code each day`,
  trainSeats: orEnd((value) => `workers’ trains have ${whole(value)} seats a day`, 'the workers’ trains ended'),
  charterSeats: orEnd((value) => `charter buses have ${whole(value)} seats a day`, 'the charter buses ended'),
  carpool: orEnd(() => 'enterprises share charter buses', 'enterprises no longer share buses'),
  selfDrive: orEnd(
    (value) => `own cars are subsidised: ${percent(value)} more set out a day`,
    'own cars are no longer subsidised',
  ),
  quarantine: (value) => `quarantine lasts ${percent(value)} of its days`,
  approvals: orEnd((value, name) => `${whole(value)} applications a day are decided (${name})`, 'approvals ended'),
  filing: orEnd(() => 'approval gave way to filing', 'approval is needed again'),
  licence: orEnd(() => 'a non-stop licence was given', 'a non-stop licence ended'),
  maskSupply: orEnd(
    (value, name) => `${whole(value)} masks a day come into the pool (${name})`,
    'a supply of masks ended',
  ),
  maskPurchase: (value) => `enterprises find ${percent(value)} of the masks they need themselves`,
  electricityKey: orEnd(() => 'masks go to those whose meters read enough', 'masks no longer go by the meter'),
  certificates: (value) => `${percent(value)} of exporters hold a force-majeure certificate`,
  passes: (value) => `the quota of passes is ${whole(value)}`,
  checkpoint: orEnd(() => 'a checkpoint was set up', 'the checkpoint was lifted'),
  greenChannel: orEnd(() => 'the green channel opened', 'the green channel closed'),
  drivers: (value) => `${percent(value)} of the drivers are at work`,
  open: (value, name) => `${percent(value)} may open (${name})`,
  utility: (value, name) => `power and steam stand at ${percent(value)} (${name})`,
  capacity: (value, name) => `capacity stands at ${percent(value)} (${name})`,
  demand: (value, name) => `demand stands at ${percent(value)} (${name})`,
  finishedTarget: (value, name) =>
    `finished stock is aimed at ${value === 1 ? 'the usual' : `${whole(value)} times the usual`} (${name})`,
  'market.online': (value) => `${percent(value)} of the usual turnover is traded online`,
  'market.entryCap': (value) => `entry control lets in ${whole(value)} visitors a day`,
};

const ZH: Readonly<Record<string, Sentence>> = {
  whiteList: orEnd((value) => `白名单每日 ${whole(value)} 人`, '白名单停办'),
  healthCode: (value) => `白名单内每日 ${percent(value)} 取得绿码`,
  trainSeats: orEnd((value) => `就业专列每日 ${whole(value)} 座`, '就业专列停开'),
  charterSeats: orEnd((value) => `点对点包车每日 ${whole(value)} 座`, '点对点包车停开'),
  carpool: orEnd(() => '企业间拼车', '企业间不再拼车'),
  selfDrive: orEnd((value) => `自驾补贴：每日多 ${percent(value)} 的人动身`, '自驾补贴结束'),
  quarantine: (value) => `隔离天数为原定的 ${percent(value)}`,
  approvals: orEnd((value, name) => `${name}：每日审批 ${whole(value)} 家`, '审批停办'),
  filing: orEnd(() => '复工审批改为备案', '复工恢复审批'),
  licence: orEnd(() => '发放不停产许可', '不停产许可到期'),
  maskSupply: orEnd((value, name) => `${name}：口罩每日 ${whole(value)} 只`, '一路口罩供应停止'),
  maskPurchase: (value) => `企业自购口罩占所需 ${percent(value)}`,
  electricityKey: orEnd(() => '口罩按用电恢复程度调拨', '口罩不再按用电调拨'),
  certificates: (value) => `${percent(value)} 的外贸企业持有不可抗力证明`,
  passes: (value) => `通行证限额 ${whole(value)} 张`,
  checkpoint: orEnd(() => '设卡查验', '撤卡'),
  greenChannel: orEnd(() => '绿色通道开通', '绿色通道关闭'),
  drivers: (value) => `${percent(value)} 的司机在岗`,
  open: (value, name) => `${name}：${percent(value)} 可开工`,
  utility: (value, name) => `${name}：电汽供应 ${percent(value)}`,
  capacity: (value, name) => `${name}：产能 ${percent(value)}`,
  demand: (value, name) => `${name}：需求 ${percent(value)}`,
  finishedTarget: (value, name) => `${name}：成品库存目标为平时的 ${whole(value)} 倍`,
  'market.online': (value) => `线上成交占平日 ${percent(value)}`,
  'market.entryCap': (value) => `入场管控：每日至多 ${whole(value)} 人`,
};

/** The sentence without its full stop; undefined for an act without words of its own. */
export function tellLever(act: string, name: string, value: number, language: Language): string | undefined {
  const sentences = language === 'zh' ? ZH : EN;
  return Object.hasOwn(sentences, act) ? sentences[act](value, name) : undefined;
}
