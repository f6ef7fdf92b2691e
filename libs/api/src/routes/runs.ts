// Runs: made, steered, decided in, taken home.
import { z } from 'zod';
import { pageSchema, runIdSchema } from '../common';
import {
  acceptedSchema,
  forkAskedSchema,
  interventionSchema,
  runAskedSchema,
  runSchema,
  speedSchema,
  stepSchema,
} from '../runs';
import { ADDRESSES } from './addresses';
import { EVERYONE, PLANNERS, type Route } from './route';

const run = z.object({ run: runIdSchema });

export const RUN_ROUTES = {
  listRuns: {
    ...ADDRESSES.listRuns,
    summary: 'One’s runs, newest first',
    roles: EVERYONE,
    query: pageSchema,
    answer: z.array(runSchema),
  },
  createRun: {
    ...ADDRESSES.createRun,
    summary: 'Run a scenario',
    roles: PLANNERS,
    body: runAskedSchema,
    answer: runSchema,
    status: 201,
  },
  readRun: {
    ...ADDRESSES.readRun,
    summary: 'How a run goes',
    roles: EVERYONE,
    params: run,
    answer: runSchema,
  },
  removeRun: {
    ...ADDRESSES.removeRun,
    summary: 'Remove a run and all that is kept of it',
    roles: PLANNERS,
    params: run,
    status: 204,
  },
  pauseRun: {
    ...ADDRESSES.pauseRun,
    summary: 'Open no further day',
    roles: PLANNERS,
    params: run,
    answer: runSchema,
  },
  playRun: {
    ...ADDRESSES.playRun,
    summary: 'Open days again',
    roles: PLANNERS,
    params: run,
    answer: runSchema,
  },
  stepRun: {
    ...ADDRESSES.stepRun,
    summary: 'Open so many days, then none',
    roles: PLANNERS,
    params: run,
    body: stepSchema,
    answer: runSchema,
  },
  setSpeed: {
    ...ADDRESSES.setSpeed,
    summary: 'Most days a second',
    roles: PLANNERS,
    params: run,
    body: speedSchema,
    answer: runSchema,
  },
  intervene: {
    ...ADDRESSES.intervene,
    summary: 'Decide something in a run that goes on',
    roles: PLANNERS,
    params: run,
    body: interventionSchema,
    answer: acceptedSchema,
    status: 201,
  },
  forkRun: {
    ...ADDRESSES.forkRun,
    summary: 'Go on from a day with other levers',
    roles: PLANNERS,
    params: run,
    body: forkAskedSchema,
    answer: runSchema,
    status: 201,
  },
  downloadArchive: {
    ...ADDRESSES.downloadArchive,
    summary: 'A finished run as an archive, a tar file',
    roles: EVERYONE,
    params: run,
    content: 'application/x-tar',
  },
  readSummary: {
    ...ADDRESSES.readSummary,
    summary: 'What a finished run comes to, as `run --json`',
    roles: EVERYONE,
    params: run,
    answer: z.json(),
  },
} as const satisfies Readonly<Record<string, Route>>;
