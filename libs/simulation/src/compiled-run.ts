// A run's manifest, compiled: the same chain and levers in every process, whatever commands it is given on the way.
import type { Command } from '#libs/messages';
import type { RunHead } from '#libs/runtime';
import { compileTexts, intervene, type CompiledScenario, type Intervention } from '#libs/scenario';

/** What was compiled last, for as long as somebody uses it: where all services live in one process, each asks for it. */
let last: { readonly key: string; readonly compiled: WeakRef<CompiledScenario> } | undefined;

/** The scenario as the manifest gives it, with the interventions that were decided before the run began. Nobody writes to it. */
export function compileHead({ scenario, tables, overrides, interventions }: RunHead): CompiledScenario {
  const key = JSON.stringify([scenario, tables, overrides, interventions]);
  const known = last?.key === key ? last.compiled.deref() : undefined;
  if (known) return known;
  const compiled = compileTexts({ ...scenario, tables }, overrides, interventions);
  last = { key, compiled: new WeakRef(compiled) };
  return compiled;
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
