// The thread that accounts for losses beside a run: it gets days, answers with each day's losses by root cause.
import { parentPort, workerData } from 'node:worker_threads';
import { LossAccounts, RootCauses } from '#libs/analysis';
import { readFrames, type FrameLayout } from './frame-ring';
import type { FromAccounts, LossTask, ToAccounts } from './protocol';

const port = parentPort;
if (!port) throw new Error('this file runs as a thread of `resumption run`');
const { chain, causes } = workerData as LossTask;
const accounts = new LossAccounts(chain, new RootCauses(causes, chain.sectors.length));
let layout: FrameLayout | undefined;

port.on('message', (message: ToAccounts) => {
  if (message.type === 'layout') {
    layout = message.layout;
    return;
  }
  if (!layout) throw new Error('a day came before its layout');
  const { day, slot, levers } = message;
  const { grossYuan, valueAddedYuan } = accounts.fold(day, readFrames(layout, slot, day), levers);
  port.postMessage({ day, slot, grossYuan, valueAddedYuan } satisfies FromAccounts);
});
