// The thread of the services: it steps days and folds them, so that whoever asks the gateway meanwhile does not wait.
import 'reflect-metadata';
import type { LiveFeed } from '#libs/runtime';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromServices, ServicesTask, ToServices } from './protocol';
import { startServices, type Services } from './services';

const say = (message: FromServices): void => parentPort?.postMessage(message);

/** Days are told to the other thread, where those are who want to know. */
const feed: LiveFeed = {
  publish(day) {
    say({ type: 'day', day });
    return Promise.resolve(true);
  },
  latest: () => Promise.resolve(undefined),
  subscribe: () => Promise.resolve(() => Promise.resolve()),
  forget(run) {
    say({ type: 'forget', run });
    return Promise.resolve();
  },
  close: () => Promise.resolve(),
};

async function main(): Promise<void> {
  const services = await startServices(workerData as ServicesTask, feed);
  // What is thrown in here ends the thread, and with it the process.
  parentPort?.on('message', (message: ToServices) => void hear(services, message));
  say({ type: 'ready' });
}

async function hear(services: Services, message: ToServices): Promise<void> {
  if (message.type === 'ask') {
    say({ type: 'answer', number: message.number, value: await services[message.what]() });
    return;
  }
  await services.stop();
  say({ type: 'stopped' });
  parentPort?.close();
}

void main();
