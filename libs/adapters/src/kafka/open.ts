// The door to the log over Kafka. What is behind it is loaded when it is opened: most commands never need it.
import type * as Behind from './kafka-log';
import type { KafkaLog, KafkaLogOptions } from './kafka-log';

/** Opens the log; nothing is connected before it is used, so a broker that is away is waited for by whoever uses it. */
export function openKafkaLog(options: KafkaLogOptions): KafkaLog {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would take an ES module's path, and a turn.
  const { openLog } = require('./kafka-log') as typeof Behind;
  return openLog(options);
}
