// What is compiled apart from the thread that answers: a chain of 34,000 enterprises takes half a second.
import type { Lever } from '#libs/api';
import type { RunHead, RunManifest } from '#libs/runtime';
import {
  declaredEnterprises,
  parseScenario,
  type CompiledScenario,
  type Intervention,
  type Override,
  type ScenarioTexts,
} from '#libs/scenario';
import {
  forkOf,
  interventionsIn,
  manifestOf,
  type Forked,
  type ForkParent,
  type RunNaming,
  type RunRequest,
} from '#libs/simulation';
import { carriedOf, LastCompiled, type CarriedScenario } from '#libs/studies';
import { leversIn } from './levers';

/** What a list shows of a scenario. */
export interface Sketch {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh?: string | undefined };
  readonly start: string;
  readonly days: number;
  readonly seed: number;
  readonly enterprises: number;
  /** Null where the chain was not drawn. */
  readonly links: number | null;
}

export interface Description extends Sketch {
  readonly links: number;
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly levers: Lever[];
}

function sketchOf({ spec }: Pick<CompiledScenario, 'spec'>, enterprises: number, links: number | null): Sketch {
  const { id, name, start, days, seed } = spec;
  return { id, name, start, days, seed, enterprises, links };
}

/** Of the thread: a run that is made is looked at next. */
const last = new LastCompiled();
const compile = (
  texts: ScenarioTexts,
  overrides: readonly Override[] = [],
  interventions: readonly Intervention[] = [],
): CompiledScenario => last.of({ texts, overrides, interventions });

export const JOBS = {
  /** Before anything was decided. @throws InputError SCN_..., CSV_... */
  chain({ texts, overrides }: { texts: ScenarioTexts; overrides: readonly Override[] }): CarriedScenario {
    return carriedOf(compile(texts, overrides));
  },

  /** @throws InputError SCN_..., CSV_... */
  describe(texts: ScenarioTexts): Description {
    const compiled = compile(texts);
    const { enterprises, links } = compiled.chain;
    return {
      ...sketchOf(compiled, enterprises.count, links.count),
      links: links.count,
      warnings: compiled.warnings.map(({ code, text }) => ({ code, text })),
      levers: leversIn(compiled),
    };
  },

  /** What the file alone says; only where it has tables, whose rows count, the chain is drawn. */
  sketch(texts: ScenarioTexts): Sketch {
    const { spec } = parseScenario(texts.text, texts.name);
    if (texts.tables.length === 0) return sketchOf({ spec }, declaredEnterprises(spec), null);
    const compiled = compile(texts);
    return sketchOf(compiled, compiled.chain.enterprises.count, compiled.chain.links.count);
  },

  manifest({ request, naming }: { request: RunRequest; naming: RunNaming }): RunManifest {
    return manifestOf(request, naming, compile);
  },

  interventions(asked: { head: RunHead; settings: readonly Override[]; day: number }): Intervention[] {
    return interventionsIn(asked.head, asked.settings, asked.day);
  },

  fork(asked: { parent: ForkParent; settings: readonly Override[]; day: number }): Omit<Forked, 'compiled'> {
    const { texts, overrides, interventions, forkedFrom } = forkOf(asked.parent, asked.settings, asked.day);
    return { texts, overrides, interventions, forkedFrom };
  },
};

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
