// The words of `resumption doctor`: what each thing is for, and what is to be done.
import type { PrerequisiteName } from '#libs/adapters';
import type { Language } from '#libs/words';

export interface DoctorWords {
  /** What it is, and what for. */
  readonly things: Readonly<Record<PrerequisiteName, string>>;
  readonly missing: string;
  readonly tooOld: (version: string) => string;
  readonly notNeeded: string;
  /** Of the jars, which Maven fetches at the first start. */
  readonly fetchedLater: string;
  readonly install: string;
  readonly canStart: string;
  readonly cannotStart: (count: number) => string;
}

const en: DoctorWords = {
  things: {
    node: 'Node.js',
    java: 'Java 17 or later (Kafka runs on it)',
    maven: "Maven (fetches Kafka's jars)",
    kafka: 'Apache Kafka (jars in the cache)',
    redis: 'Redis (live picture)',
    postgres: 'PostgreSQL (runs and days)',
    docker: 'Docker engine (docker compose)',
  },
  missing: 'missing',
  tooOld: (version) => `${version} is too old`,
  notNeeded: 'missing, not needed',
  fetchedLater: 'not fetched yet; the first start does',
  install: 'install',
  canStart: 'A stack can be started: npm run stack -- up',
  cannotStart: (count) => `A stack cannot be started: ${count === 1 ? '1 thing is' : `${count} things are`} missing.`,
};

const zh: DoctorWords = {
  things: {
    node: 'Node.js',
    java: 'Java 17 或更高（运行 Kafka）',
    maven: 'Maven（获取 Kafka 的 jar）',
    kafka: 'Apache Kafka（缓存中的 jar）',
    redis: 'Redis（实时画面）',
    postgres: 'PostgreSQL（模拟与逐日数据）',
    docker: 'Docker 引擎（docker compose）',
  },
  missing: '缺少',
  tooOld: (version) => `${version} 版本过低`,
  notNeeded: '缺少，可不装',
  fetchedLater: '尚未获取，首次启动时获取',
  install: '安装',
  canStart: '可以启动整套服务：npm run stack -- up',
  cannotStart: (count) => `无法启动整套服务：缺少 ${count} 项。`,
};

export const doctorWordsOf = (language: Language): DoctorWords => (language === 'zh' ? zh : en);
