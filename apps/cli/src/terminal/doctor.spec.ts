import type { Prerequisite } from '#libs/adapters';
import { drawPrerequisites } from './doctor';

const thing = (name: Prerequisite['name'], version: string | null, more: Partial<Prerequisite> = {}): Prerequisite => ({
  ...{ name, version, isThere: version !== null, isNeeded: true, install: `get ${name}` },
  ...more,
});

const MACHINE = [
  thing('node', '20.20.2'),
  thing('java', '11.0.2', { isThere: false }),
  thing('maven', null),
  thing('kafka', null, { isNeeded: false }),
  thing('docker', null, { isNeeded: false }),
];

describe('a machine with too old a Java and no Maven', () => {
  it('is told what to install for what is needed, and nothing for the rest', () => {
    expect(drawPrerequisites(MACHINE, 2, { language: 'en', color: false })).toMatchInlineSnapshot(`
      "✓ Node.js                              20.20.2
      ✗ Java 17 or later (Kafka runs on it)  11.0.2 is too old
          install  get java
      ✗ Maven (fetches Kafka's jars)         missing
          install  get maven
      – Apache Kafka (jars in the cache)     not fetched yet; the first start does
      – Docker engine (docker compose)       missing, not needed

      A stack cannot be started: 2 things are missing."
    `);
  });

  it('is told so in Chinese', () => {
    expect(drawPrerequisites(MACHINE, 2, { language: 'zh', color: false })).toMatchInlineSnapshot(`
      "✓ Node.js                        20.20.2
      ✗ Java 17 或更高（运行 Kafka）   11.0.2 版本过低
          安装  get java
      ✗ Maven（获取 Kafka 的 jar）     缺少
          安装  get maven
      – Apache Kafka（缓存中的 jar）   尚未获取，首次启动时获取
      – Docker 引擎（docker compose）  缺少，可不装

      无法启动整套服务：缺少 2 项。"
    `);
  });
});

describe('a machine with all of it', () => {
  it('is told how to start', () => {
    const text = drawPrerequisites([thing('node', '20.20.2')], 0, { language: 'en', color: false });
    expect(text.split('\n').at(-1)).toBe('A stack can be started: npm run stack -- up');
  });
});
