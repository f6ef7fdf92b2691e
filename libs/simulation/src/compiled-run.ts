// A run's manifest, compiled: the same chain and levers in every process, whatever commands it is given on the way.
import type { Command } from '#libs/messages';
import type { RunHead } from '#libs/runtime';
import { compileTexts, intervene, type CompiledScenario, type Intervention } from '#libs/scenario';

/** The scenario as the manifest gives it, with the interventions that were decided before the run began. */
export function compileHead({ scenario, tables, overrides, interventions }: RunHead): CompiledScenario {
  return compileTexts({ ...scenario, tables }, overrides, interventions);
}

/** Commands as interventions: each stands from its effective day on; of two on one day the later number stands. */
export function asInterventions(commands: readonly Command[]): Intervention[] {
  return commands.map(({ path, effectiveDay, value }) => ({ path, day: effectiveDay, value }));
}

/** A compiled scenario whose series take commands as they come, so that whatever reads them sees them from then on. */
export class CommandedScenario {
  readonly compiled: CompiledScenario;
  #taken = 0;

  constructor(private readonly given: CompiledScenario) {
    const tracks = given.schedule.tracks.map((track) => ({ ...track, values: track.values.slice() }));
    this.compiled = { ...given, schedule: { ...given.schedule, tracks } };
  }

  /**
   * Lays the commands known over the series. Days that have been read already do not change: a command stands from a
   * day that was not open when it was accepted.
   */
  take(commands: readonly Command[]): void {
    if (commands.length === this.#taken) return;
    const laid = intervene(this.given, asInterventions(commands)).schedule.tracks;
    this.compiled.schedule.tracks.forEach(({ values }, at) => values.set(laid[at].values));
    this.#taken = commands.length;
  }
}
