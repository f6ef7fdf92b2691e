// The services in a thread beside the gateway's.
import type { LiveFeed } from '#libs/runtime';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answers, FromServices, ServicesTask, ToServices } from './protocol';

/** A thread that steps a large day answers after it. */
const ANSWER_MS = 2000;
const STOP_MS = 8000;
/** A chain of a million enterprises takes a third of it. */
const HEAP_MB = 6144;

export interface ServicesBeside {
  /** Whoever waits longer than 2 s is told that there is no answer. */
  ask<What extends keyof Answers>(what: What): Promise<Answers[What] | undefined>;
  /** Rejects when the thread ends although nobody has told it to. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** @param feed is told of days, as the services would tell it */
export async function startServicesBeside(task: ServicesTask, feed: LiveFeed): Promise<ServicesBeside> {
  const worker = new Worker(join(__dirname, 'services-thread.js'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const say = (message: ToServices): void => worker.postMessage(message);
  const asked = new Map<number, (value: never) => void>();
  let number = 0;
  const heard = (type: FromServices['type']): Promise<void> =>
    new Promise((resolve) => worker.on('message', (message: FromServices) => message.type === type && resolve()));
  const stopped = heard('stopped');
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of the services ended with code ${code}`)));
  });
  // Who waits for it hears of it; before anybody does, it is no error of its own.
  failed.catch(() => undefined);
  worker.on('message', (message: FromServices) => {
    if (message.type === 'day') void feed.publish(message.day);
    else if (message.type === 'forget') void feed.forget(message.run);
    else if (message.type === 'answer') asked.get(message.number)?.(message.value as never);
  });
  await Promise.race([heard('ready'), failed]);
  return {
    failed,
    ask: (what) => {
      const own = ++number;
      const answered = new Promise<never>((resolve) => asked.set(own, resolve));
      say({ type: 'ask', number: own, what });
      return Promise.race([answered, later(ANSWER_MS)]).finally(() => asked.delete(own));
    },
    async stop() {
      say({ type: 'stop' });
      await Promise.race([stopped, failed.catch(() => undefined), later(STOP_MS)]);
      await worker.terminate();
    },
  };
}

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}
