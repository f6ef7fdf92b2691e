// What goes between the thread that answers and the one that compiles.
import type { InputFault } from '#libs/messages';
import type { JobName } from './jobs';

export interface Task {
  readonly number: number;
  readonly name: JobName;
  readonly argument: unknown;
}

export type Outcome =
  | { readonly number: number; readonly type: 'done'; readonly value: unknown }
  | { readonly number: number; readonly type: 'refused'; readonly fault: InputFault }
  | { readonly number: number; readonly type: 'failed'; readonly reason: string };
