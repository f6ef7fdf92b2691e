// What the thread of the services and the thread of the gateway say to each other.
import type { LiveDay } from '#libs/runtime';
import type { StandaloneConfig } from '../standalone-config';

export interface ServicesTask extends Pick<StandaloneConfig, 'logLevel' | 'tracesUrl'> {
  readonly postgresUrl: string;
}

/** How a service is, as at /readyz of a process of its own. */
export interface ServiceState {
  readonly name: string;
  readonly isReady: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Answers {
  readonly states: readonly ServiceState[];
  /** Of all services, in the text format of Prometheus. */
  readonly metrics: string;
}

export type ToServices =
  { readonly type: 'ask'; readonly number: number; readonly what: keyof Answers } | { readonly type: 'stop' };

export type FromServices =
  | { readonly type: 'ready' }
  | { readonly type: 'day'; readonly day: LiveDay }
  | { readonly type: 'forget'; readonly run: string }
  | { readonly type: 'answer'; readonly number: number; readonly value: Answers[keyof Answers] }
  | { readonly type: 'stopped' };
