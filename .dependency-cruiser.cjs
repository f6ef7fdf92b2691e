// Who may import whom. One table, from which the rules are made; docs/ARCHITECTURE.md shows the same table.
// Specs may use, beyond what their lib or app may, the testing lib, fast-check, Node and packages for development.

const stdlib = '@stdlib/math-base-special-(exp|ln)';
const anything = '.+';

/**
 * libs: other libs by their front door; packages: patterns of outside packages; node: may use node: modules.
 * @type {Record<string, { libs: string[], packages: string[], node: boolean }>}
 */
const table = {
  messages: { libs: [], packages: ['zod'], node: false },
  kernel: { libs: ['messages'], packages: [], node: false },
  model: { libs: ['messages', 'kernel'], packages: [stdlib], node: false },
  scenario: {
    libs: ['messages', 'kernel', 'model'],
    packages: ['zod', 'yaml', 'csv-parse', 'fastest-levenshtein', stdlib],
    node: false,
  },
  analysis: { libs: ['messages', 'kernel', 'model', 'scenario'], packages: [], node: false },
  words: { libs: ['messages', 'analysis'], packages: [], node: false },
  api: { libs: ['messages'], packages: ['zod', 'zod-openapi'], node: false },
  runtime: { libs: ['messages', 'kernel'], packages: [], node: true },
  adapters: { libs: ['messages', 'kernel', 'runtime'], packages: [anything], node: true },
  simulation: {
    libs: ['messages', 'kernel', 'model', 'scenario', 'analysis', 'runtime'],
    packages: [],
    node: true,
  },
  studies: {
    libs: ['messages', 'kernel', 'model', 'scenario', 'analysis', 'runtime', 'simulation', 'adapters'],
    packages: [],
    node: true,
  },
  services: {
    libs: ['messages', 'kernel', 'runtime', 'simulation', 'adapters'],
    packages: ['@nestjs', 'rxjs', 'reflect-metadata'],
    node: true,
  },
  testing: {
    libs: ['messages', 'kernel', 'model', 'scenario', 'analysis', 'runtime', 'simulation', 'adapters', 'services'],
    packages: [anything],
    node: true,
  },
};

const SPEC = '\\.(spec|fixture)\\.ts$';
const FRONT_DOOR = '^libs/[^/]+/src/index\\.ts$';

const rulesOf = ([lib, { libs, packages, node }]) => {
  const source = { path: `^libs/${lib}/`, pathNot: SPEC };
  const spec = { path: `^libs/${lib}/.*${SPEC}` };
  const allowedLibs = (names) => `^libs/(${names.join('|')})/`;
  return [
    {
      name: `${lib}-libs`,
      comment: `libs/${lib} may import: ${libs.join(', ') || 'no other lib'}.`,
      severity: 'error',
      from: source,
      to: { path: '^libs/', pathNot: allowedLibs([lib, ...libs]) },
    },
    {
      name: `${lib}-spec-libs`,
      comment: `Specs of libs/${lib} may import also: testing.`,
      severity: 'error',
      from: spec,
      to: { path: '^libs/', pathNot: allowedLibs([lib, ...libs, 'testing']) },
    },
    {
      name: `${lib}-packages`,
      comment: `libs/${lib} may import only the outside packages that the table names.`,
      severity: 'error',
      from: source,
      to: { path: 'node_modules/', pathNot: packages.map((name) => `node_modules/(@types/)?(${name})(/|$)`) },
    },
    ...(node
      ? []
      : [
          {
            name: `${lib}-pure`,
            comment: `libs/${lib} is pure: no node: modules.`,
            severity: 'error',
            from: source,
            to: { dependencyTypes: ['core'] },
          },
        ]),
  ];
};

// The page runs in a browser: it knows the contract and the words, and nothing that computes or stores. Vite compiles its
// packages into it, so they are for development only; zod and yaml alone are what servers use, too.
const pageLibs = ['api', 'words', 'messages'];
const page = { path: '^apps/dashboard/src/', pathNot: SPEC };
const pageRules = [
  {
    name: 'dashboard-libs',
    comment: `apps/dashboard may import: ${pageLibs.join(', ')}.`,
    severity: 'error',
    from: page,
    to: { path: '^libs/', pathNot: `^libs/(${pageLibs.join('|')})/` },
  },
  {
    name: 'dashboard-packages',
    comment: 'apps/dashboard may import packages for development, zod and yaml: nothing that a server needs.',
    severity: 'error',
    from: page,
    to: { path: 'node_modules/', pathNot: 'node_modules/(zod|yaml)/', dependencyTypesNot: ['npm-dev'] },
  },
  {
    name: 'dashboard-pure',
    comment: 'There are no node: modules in a browser.',
    severity: 'error',
    from: page,
    to: { dependencyTypes: ['core'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(table).flatMap(rulesOf),
    ...pageRules,
    {
      name: 'lib-without-a-row',
      comment: 'A new lib gets a row in the table above first.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${Object.keys(table).join('|')})/` },
      to: {},
    },
    {
      name: 'front-door-only',
      comment: 'Another lib is imported as #libs/<name>, never by a deeper path.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^$1/$2/', FRONT_DOOR] },
    },
    {
      name: 'no-relative-import-out-of-home',
      comment: 'A relative import stays in its own lib or app; another lib is imported as #libs/<name>.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^libs/', pathNot: '^$1/$2/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'standalone-imports-libs-by-alias',
      comment: 'Standalone may import other apps, but libs only as #libs/<name>.',
      severity: 'error',
      from: { path: '^apps/standalone/' },
      to: { path: '^libs/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|tests|tools)/' },
    },
    {
      name: 'apps-never-import-other-apps',
      comment: 'Only standalone, the composition of all, may.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-never-import-tests',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^(tests|tools)/' },
    },
    {
      name: 'no-development-package-at-run-time',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [SPEC, '^libs/testing/', '^apps/dashboard/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'not-in-package-json',
      severity: 'error',
      from: { path: '^(libs|apps|tests)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^(libs|apps|tests)/' }, to: { circular: true } },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere is checked by no other rule (a deep #libs/x/y among them).',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Without `source`, `#libs/*` leads to dist, and the rules hold for nothing.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
