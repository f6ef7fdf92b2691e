// Deciding in a run that goes on, and going on from one of its days with something else decided.
import { loadHash64, type Stores } from '#libs/adapters';
import type { Accepted, Run, ROUTES } from '#libs/api';
import type { Command } from '#libs/messages';
import { Calendar } from '#libs/scenario';
import { forkParentOf } from '#libs/simulation';
import type { z } from 'zod';
import type { Asker } from '../asking/asker';
import type { Compiler } from '../compiling/compiler';
import { keyReused, requestKey, type KeyedBodies } from '../http/idempotency-key';
import type { MakingRuns } from './making-runs';
import { runOver, type RunParts } from './steering';

type Intervention = z.output<(typeof ROUTES)['intervene']['body']>;
type ForkAsked = z.output<(typeof ROUTES)['forkRun']['body']>;

export interface DecidingParts extends RunParts {
  readonly stores: Pick<Stores, 'runs' | 'metrics'>;
  readonly compiler: Compiler;
  readonly keyed: KeyedBodies;
  readonly making: MakingRuns;
}

export class Deciding {
  constructor(private readonly parts: DecidingParts) {}

  /** Stands from the day asked for, or from the first that is not open. @throws InputError STK_RUN_OVER, CLI_BAD_SET, ... */
  async intervene(asker: Asker, run: string, asked: Intervention, key: string | undefined): Promise<Accepted> {
    const { stores, found, compiler, keyed } = this.parts;
    const { manifest, row } = await found.find(asker, run);
    const idempotencyKey = requestKey({ owner: asker.name, route: 'intervene', on: run, key });
    if (key !== undefined) keyed.note(idempotencyKey, asked);
    // With a key it may be an earlier request again, which keeps its answer.
    if (key === undefined && row.status !== 'running') throw runOver(row, run);
    const from = Math.max(asked.day, Math.min(row.openedDay + 1, manifest.days - 1));
    const settings = [{ path: asked.path, value: valueText(asked, from) }];
    const [checked] = await compiler.run('interventions', { head: manifest, settings, day: from });
    const command = await stores.runs.intervene(run, { ...checked, idempotencyKey, by: asker.name });
    if (!command) throw runOver(await stores.runs.row(run), run);
    if (command.path !== checked.path || command.value !== checked.value) throw keyReused();
    return acceptedOf(command, asked.day, manifest.start, asker.name);
  }

  /** @throws InputError STK_DAY_NOT_REACHED, STK_OTHER_MODEL, CLI_BAD_SET */
  async fork(asker: Asker, run: string, asked: ForkAsked, key: string | undefined): Promise<Run> {
    const { stores, found, compiler, making } = this.parts;
    const parent = await found.find(asker, run);
    const { day, set, mode, daysPerSecond } = asked;
    const naming = making.naming({ owner: asker.name, route: 'forkRun', on: run, key }, asked);
    const past = await forkParentOf(parent, day, { ...stores, hash: await loadHash64() });
    const inputs = await compiler.run('fork', { parent: past, settings: set, day });
    const { shards, accountsForLosses } = parent.manifest;
    const request = { ...inputs, shards, accountsForLosses, steppedBy: 'services' as const };
    return making.make(asker, { request, naming, beginning: { mode, daysPerSecond }, parent: run });
  }
}

/** The market's opening is written as a date; here it is open or not from the day on. */
function valueText({ path, value }: Intervention, from: number): string {
  return path === 'market.opens' ? `{ ${from}: ${value} }` : String(value);
}

function acceptedOf(command: Command, askedDay: number, start: string, by: string): Accepted {
  return { ...command, by, askedDay, date: new Calendar(start).dateOf(command.effectiveDay) };
}
