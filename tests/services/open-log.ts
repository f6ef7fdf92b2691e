// Logs of records over a broker for tests: each with topics of its own, closed after its test.
import { openKafkaLog, type KafkaLog, type KafkaLogOptions, type LogNotice } from '#libs/adapters';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { randomUUID } from 'node:crypto';

export interface OpenedLog {
  readonly log: KafkaLog;
  readonly prefix: string;
  readonly notices: LogNotice[];
}

const opened: KafkaLog[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((log) => log.close()));
});

/** @param brokers host:port each */
export function openLog(brokers: readonly string[], options: Partial<KafkaLogOptions> = {}): OpenedLog {
  const log = openLogForAll(brokers, options);
  opened.push(log.log);
  return log;
}

/** A log that outlives the test: whoever opens it closes it. */
export function openLogForAll(brokers: readonly string[], options: Partial<KafkaLogOptions> = {}): OpenedLog {
  const prefix = `test-${randomUUID().slice(0, 8)}`;
  const notices: LogNotice[] = [];
  const onNotice = (notice: LogNotice): void => void notices.push(notice);
  const log = openKafkaLog({ brokers, clientId: 'kafka-spec', prefix, replication: 1, onNotice, ...options });
  return { log, prefix, notices };
}

export function clientOf(brokers: readonly string[]): Kafka {
  return new Kafka({ brokers: [...brokers], clientId: 'kafka-spec', logLevel: logLevel.NOTHING });
}

export async function asAdmin<T>(brokers: readonly string[], ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = clientOf(brokers).admin();
  await admin.connect();
  try {
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
}
