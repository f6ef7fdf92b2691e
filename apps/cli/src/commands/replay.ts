// `resumption replay DIR --verify`: checks every file of an archive against its checksum, runs the scenario again and
// compares every day's digest, stage by stage.
import { checkArchive, loadHash64, readArchive } from '#libs/adapters';
import { EXIT, type Context } from '../context';
import { hexOf, Simulation } from '#libs/simulation';
import { compileArchived, refuseOtherModel } from '#libs/studies';

interface ReplayFinding {
  readonly file: string;
  readonly day?: number | undefined;
  readonly source?: string | undefined;
  readonly problem: string;
  readonly text: string;
}

/** @returns the exit code: 0 when all is as it was, 3 when something differs or is missing */
export async function replay(folder: string, options: { json?: boolean }, context: Context): Promise<number> {
  const findings: ReplayFinding[] = await checkArchive(folder);
  if (findings.length === 0) findings.push(...(await recompute(folder)));
  if (options.json) context.out(`${JSON.stringify({ verified: findings.length === 0, findings })}\n`);
  else if (findings.length === 0) {
    const { manifest } = await readArchive(folder);
    context.out(`${folder}: ${manifest.days} days verified, digest ${manifest.digest}\n`);
  } else for (const finding of findings) context.out(`${describe(finding)}\n`);
  return findings.length === 0 ? EXIT.ok : EXIT.differs;
}

function describe({ file, day, source, problem, text }: ReplayFinding): string {
  const where = [file, day === undefined ? '' : `day ${day}`, source ?? ''].filter((part) => part !== '').join(', ');
  return `${problem.toUpperCase()} ${where}: ${text}`;
}

async function recompute(folder: string): Promise<ReplayFinding[]> {
  const archive = await readArchive(folder);
  const { manifest } = archive;
  refuseOtherModel(folder, archive);
  const compiled = compileArchived(archive);
  const simulation = new Simulation(compiled, { shards: 1, hash: await loadHash64() });
  const stored = await archive.digests();
  const findings: ReplayFinding[] = [];
  await simulation.runTo(compiled.spec.days, ({ day, digests }) => {
    for (const { stage, digest } of digests) {
      const was = stored.at(day)?.stages[stage];
      const is = hexOf(digest);
      if (findings.length === 0 && (was?.state !== is.state || was.flow !== is.flow)) {
        findings.push({
          file: 'digests.jsonl',
          day,
          source: stage,
          problem: 'differs',
          text: `the recomputed day has state ${is.state}, the archive ${was?.state ?? 'nothing'}`,
        });
      }
    }
  });
  if (findings.length === 0 && simulation.digest() !== manifest.digest) {
    findings.push({
      file: 'manifest.json',
      problem: 'differs',
      text: `the run's digest is ${simulation.digest()}, the archive says ${manifest.digest}`,
    });
  }
  return findings;
}
