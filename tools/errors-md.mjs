// Writes docs/ERRORS.md to stdout: every code that an error can carry, with what it says and what to do, read from the
// sources where it is thrown. `npm run -s errors` keeps the file; tests/errors.spec.ts holds it to the sources.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

process.chdir(join(import.meta.dirname, '..'));

const CODE = /^[A-Z]{2,6}_[A-Z0-9_]+$/;
/** @type {Record<string, string>} */
const WHAT = {
  API: 'the gateway',
  ARC: 'archives',
  CFG: 'configuration of services',
  CLI: 'the command line',
  CSV: 'tables of a scenario',
  KAFKA: 'Kafka',
  LOSS: 'attribution of losses',
  LOCAL: 'servers of this machine',
  RUN: 'runs',
  SCN: 'scenarios',
  STACK: 'the local stack',
  STK: 'the command against a stack',
  VAL: 'validation cases',
  FIT: 'the fit',
  API_KEY: 'keys',
};

/**
 * Text of a literal; what is filled in shows as an ellipsis. Undefined where it is no text.
 * @param {ts.Node | undefined} node
 * @returns {string | undefined}
 */
function textOf(node) {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  if (ts.isCallExpression(node) && node.expression.getText() === 'didYouMean')
    return 'Take the nearest name, which it tells, or another one.';
  if (ts.isConditionalExpression(node)) return textOf(node.whenTrue) ?? textOf(node.whenFalse);
  return undefined;
}

/**
 * @param {ts.ObjectLiteralExpression} object
 * @param {string} name
 * @returns {ts.Expression | undefined}
 */
function propertyOf(object, name) {
  const found = object.properties.find((one) => one.name?.getText() === name);
  if (!found) return undefined;
  if (ts.isPropertyAssignment(found)) return found.initializer;
  // `reason` for `reason: reason`: the constant of that name above it.
  return ts.isShorthandPropertyAssignment(found) ? constantAbove(object, name) : undefined;
}

/**
 * @param {ts.Node} node
 * @param {string} name
 * @returns {ts.Expression | undefined}
 */
function constantAbove(node, name) {
  /** @type {ts.Expression | undefined} */
  let value;
  for (let scope = node.parent; scope && !value; scope = scope.parent) {
    ts.forEachChild(scope, (child) => {
      if (!ts.isVariableStatement(child)) return;
      for (const { name: own, initializer } of child.declarationList.declarations)
        if (own.getText() === name) value = initializer;
    });
  }
  return value;
}

/** @param {ts.Expression | undefined} node */
const resolved = (node) => (node && ts.isIdentifier(node) ? (constantAbove(node, node.text) ?? node) : node);

/** @type {Map<string, { reason: string | undefined, mend: string | undefined }>} */
const found = new Map();
/** @type {(code: string, reason: string | undefined, mend: string | undefined) => void} */
function note(code, reason, mend) {
  const known = found.get(code);
  if (!known || (known.mend === undefined && mend !== undefined)) found.set(code, { reason, mend });
}

/** @param {ts.Node} node */
function visit(node) {
  if (ts.isObjectLiteralExpression(node)) {
    const code = textOf(propertyOf(node, 'code'));
    if (code && CODE.test(code))
      note(
        code,
        textOf(resolved(propertyOf(node, 'reason') ?? propertyOf(node, 'detail') ?? propertyOf(node, 'text'))),
        textOf(resolved(propertyOf(node, 'mend'))),
      );
  }
  if (ts.isCallExpression(node)) {
    const at = node.arguments.findIndex((one) => ts.isStringLiteral(one) && CODE.test(one.text));
    if (at >= 0) {
      const texts = node.arguments.slice(at + 1).flatMap((one) => textOf(resolved(one)) ?? []);
      note(textOf(node.arguments[at]) ?? '', texts.at(0), texts.at(1));
    }
  }
  ts.forEachChild(node, visit);
}

for (const folder of ['apps', 'libs']) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|fixture|features)\.ts$/.test(name))
    .sort();
  for (const name of files)
    visit(ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true));
}

/** @type {Map<string, string[]>} */
const groups = new Map();
for (const code of [...found.keys()].sort()) {
  const group = code.slice(0, code.indexOf('_'));
  groups.set(group, [...(groups.get(group) ?? []), code]);
}
/** @param {string | undefined} text */
const cell = (text) => (text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
const lines = [
  '# Errors',
  '',
  'Every code that an error can carry, read from the sources (`npm run -s errors`). An ellipsis stands for what the error names.',
  'The command line ends with exit code 2, the gateway answers with a problem of the same code.',
  '',
];
for (const [group, codes] of groups) {
  lines.push(`## ${group}${WHAT[group] ? `: ${WHAT[group]}` : ''}`, '', '| code | it says | do |', '|---|---|---|');
  for (const code of codes)
    lines.push(`| ${code} | ${cell(found.get(code)?.reason)} | ${cell(found.get(code)?.mend)} |`);
  lines.push('');
}
process.stdout.write(`${lines.join('\n').trimEnd()}\n`);
