// For tests on full chains: simulates a scenario with values laid over it, from the build, in a process of its own (the
// model is several times slower inside a test runner's context), and only for its days (the command goes on until the
// chain is steady). Reads { file, set } as JSON from stdin, prints the summary of the run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { RunFold, summarise } = require('#libs/analysis');
const { runDays } = require('#libs/kernel');
const { compileScenario, leversOf, parseScenario } = require('#libs/scenario');
const { openChain } = require('#libs/testing');

const { file, set } = JSON.parse(readFileSync(0, 'utf8'));
const overrides = Object.entries(set).map(([path, value]) => ({ path, value: JSON.stringify(value) }));
const compiled = compileScenario(parseScenario(readFileSync(file, 'utf8'), file, overrides));
const fold = new RunFold(compiled);
const leversOn = leversOf(compiled.schedule);
const shards = openChain({ chain: compiled.chain, seed: compiled.spec.seed });
runDays(shards, { from: 0, to: compiled.spec.days }, leversOn, ({ day, frames }) => {
  fold.fold(day, frames, leversOn(day));
});
process.stdout.write(JSON.stringify(summarise(fold, { digest: '', recoverability: null, losses: null })));
