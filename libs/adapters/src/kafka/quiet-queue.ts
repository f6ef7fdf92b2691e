// kafkajs 2.2.4 looks at each connection's queue of requests every millisecond for as long as the connection lives: with
// nothing pending and no throttle it sets a timer with a negative time, again and again. A process of ours has three to five
// connections, and burnt 4 % of a core doing nothing. With nothing to look for it now sets no timer; what makes something
// pending sets one itself. The version is pinned, so what is reached into cannot change unseen.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a part of the package without types.
const RequestQueue = require('kafkajs/src/network/requestQueue') as { prototype: Queue };

interface Queue {
  readonly pending: readonly unknown[];
  /** Milliseconds of the clock until which the broker wants no more; -1: it does not say. */
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

const { prototype } = RequestQueue;
const original = Object.getOwnPropertyDescriptor(prototype, 'scheduleCheckPendingRequests')?.value as () => void;

prototype.scheduleCheckPendingRequests = function scheduleWherePending(this: Queue): void {
  if (this.pending.length > 0 || this.throttledUntil > Date.now()) original.call(this);
};
