// A scenario's text, run and folded: its summary and all of its milestones.
import { RunFold, summarise, type RunSummary } from '#libs/analysis';
import { runDays } from '#libs/kernel';
import type { Milestone } from '#libs/messages';
import { compileScenario, leversOf, parseScenario } from '#libs/scenario';
import { openChain } from './run-chain';

export function foldScenario(text: string): { summary: RunSummary; milestones: Milestone[] } {
  const compiled = compileScenario(parseScenario(text, 'small.yaml'));
  const run = new RunFold(compiled);
  const milestones: Milestone[] = [];
  const leversOn = leversOf(compiled.schedule);
  const shards = openChain({ chain: compiled.chain, shards: 2 });
  runDays(shards, { from: 0, to: compiled.spec.days }, leversOn, ({ day, frames }) =>
    milestones.push(...run.fold(day, frames, leversOn(day)).milestones),
  );
  return { summary: summarise(run, { digest: '0'.repeat(16), recoverability: null, losses: null }), milestones };
}
