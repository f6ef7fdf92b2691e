// `npm run validation -- FOLDER...`: our model on other simulators' cases, against what they printed. Without a folder,
// the project's own copies. Exit code 0: all within tolerance; 1: one is above it, or a folder cannot be compared.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { validateFolders } from './validation/validate-folders';

/** Where the project keeps its copies, under its root. */
const COPIES = ['boario', 'inoue-todo', 'esri'].map((name) => `tests/data/validation/${name}`);

const folders = process.argv.length > 2 ? process.argv.slice(2) : ownCopies();
const isGood = validateFolders(folders, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
process.exitCode = isGood ? 0 : 1;

function ownCopies(): string[] {
  const root = projectRoot(__dirname);
  return COPIES.map((copies) => join(root, copies)).flatMap((copies) => {
    // A missing folder is named as the case that it would hold, and so fails.
    if (!existsSync(copies)) return [copies];
    const names = readdirSync(copies, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return names.map(({ name }) => relative(process.cwd(), join(copies, name))).sort();
  });
}

/** The nearest folder upwards that holds package.json: sources and dist lie at different depths. */
function projectRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) || dirname(from) === from) return from;
  return projectRoot(dirname(from));
}
