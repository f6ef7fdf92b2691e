// `resumption scenarios`: what is there to run.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '#libs/messages';
import { declaredEnterprises, parseScenario } from '#libs/scenario';
import type { Context } from '../context';

const MAX_FILES = 200;

export function scenarios(folder: string, context: Context): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    const mend = 'Name a folder, or `resumption validate` the file.';
    throw new InputError({ code: 'CLI_NO_FOLDER', place: { file: folder }, reason: 'this is a file.', mend });
  }
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .slice(0, MAX_FILES)
    : [];
  for (const file of files) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!/^resumption:/m.test(text)) continue;
    const { spec } = parseScenario(text, path);
    const name = (context.language === 'zh' ? spec.name.zh : undefined) ?? spec.name.en;
    context.out(`${path}\t${name}\t${declaredEnterprises(spec)} enterprises\t${spec.start}, ${spec.days} days\n`);
  }
  if (files.length === 0) context.out(`No scenario under ${folder}. \`resumption init DIR\` writes one.\n`);
}
