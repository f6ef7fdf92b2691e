// Packages that ship only ES modules: Jest loads CommonJS, so swc has to transform them too.
const esmOnly = [
  'hyparquet',
  'hyparquet-writer',
  '@nestjs',
  '@standard-schema',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'uid',
  'iterare',
  // execa and what it imports.
  ...[
    'execa',
    '@sindresorhus',
    '@sec-ant',
    'figures',
    'get-stream',
    'human-signals',
    'is-plain-obj',
    'is-stream',
    'isexe',
  ],
  ...['is-unicode-supported', 'npm-run-path', 'parse-ms', 'path-key', 'pretty-ms', 'strip-final-newline'],
  ...['unicorn-magic', 'yoctocolors'],
  // No ES module, but it imports as one does.
  '@opentelemetry/otlp-exporter-base',
];

const SERVICES = '<rootDir>/tests/services/';
const BROWSER = '<rootDir>/tests/browser/';

/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  // `source` makes `#libs/*` mean the sources; the others are what Node itself asks for.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // It has an entry for `import` alone, which Jest does not ask for.
  moduleNameMapper: { '^unicorn-magic$': '<rootDir>/node_modules/unicorn-magic/node.js' },
  transform: {
    '^.+\\.ts$': '@swc/jest',
    '^.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' }, swcrc: false }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      // Some tests start the built command.
      globalSetup: '<rootDir>/tools/build-once.cjs',
      testMatch: ['<rootDir>/{libs,apps,tests}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', SERVICES, BROWSER],
    },
    {
      ...common,
      displayName: 'services',
      // Real servers, where they can be had: libs/testing/src/services.
      globalSetup: '<rootDir>/tools/services-up.cjs',
      globalTeardown: '<rootDir>/tools/services-down.cjs',
      testMatch: [`${SERVICES}**/*.spec.ts`],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
    },
    {
      ...common,
      displayName: 'browser',
      // The built page in a real browser, before the built services.
      globalSetup: '<rootDir>/tools/build-once.cjs',
      testMatch: [`${BROWSER}**/*.spec.ts`],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
    },
  ],
  maxWorkers: 2,
  // A bound against hanging, not a judgement of speed: that is the benchmark's.
  testTimeout: 60_000,
};
