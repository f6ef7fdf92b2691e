// Control as a service: it reads no records, only run rows; what it decides it stores first and tells afterwards.
import { ControlLoop } from '#libs/runtime';
import { untilItWorks } from '#libs/runtime';
import type { Behind, BehindOptions } from '#libs/services';

export async function behindControl({ parts, metrics, logger }: BehindOptions): Promise<Behind> {
  const { log, stores, hash, clock, retrying } = parts;
  await untilItWorks(() => log.ensureTopics(), retrying);
  let newestDay = -1;
  const loop = new ControlLoop({
    ...{ log, runs: stores.runs, states: stores.states, metrics: stores.metrics, hash, clock },
    onFailure: retrying.onFailure,
    onHeal: (run, attempt, startDay, why) => {
      metrics.heals.inc();
      logger.warn({ message: 'healed', run, attempt, startDay, why });
    },
    onOpen: (run, day) => {
      newestDay = day;
      metrics.meet(run);
      metrics.ofNewest(run.id)?.openedDay.set({ run: run.id }, day);
      metrics.days.inc();
    },
  });
  return {
    start: () => loop.start(),
    stop: () => loop.stop(),
    state: () => Promise.resolve({ runs: loop.runsUnderWay(), day: newestDay }),
  };
}
