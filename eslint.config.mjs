// Rules that hold the house's style (docs). Who may import whom is checked by dependency-cruiser.
import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const pureLibs = ['messages', 'kernel', 'model', 'scenario', 'analysis'].map((lib) => `libs/${lib}/**/*.ts`);
// What must come out the same, to the last bit, on every machine.
const exactLibs = ['kernel', 'model', 'scenario'].map((lib) => `libs/${lib}/**/*.ts`);
const specs = ['**/*.spec.ts'];
const sources = ['**/*.ts', '**/*.tsx'];

const noEnvironment = { object: 'process', property: 'env', message: 'Only main.ts reads the environment, once.' };

const impureGlobals = [
  ...['Date', 'performance', 'process', 'console', 'crypto', 'fetch', 'globalThis'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
].map((name) => ({ name, message: 'Pure libs do no I/O and read no clock: let it come in as an argument.' }));

const impureProperties = [
  noEnvironment,
  { object: 'Math', property: 'random', message: "Draw from the kernel's random streams." },
  { property: 'localeCompare', message: 'Locale order differs between machines: compare with < and >.' },
];

const inexactProperties = [
  ...['pow', 'exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
].map((property) => ({ object: 'Math', property, message: 'Engines differ in the last bit: use the pinned @stdlib.' }));

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'coverage/', 'runs/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: sources })),
  {
    files: sources,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: false, skipComments: false }],
      'no-restricted-properties': ['error', noEnvironment],
    },
  },
  {
    files: pureLibs,
    ignores: specs,
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
    },
  },
  {
    files: exactLibs,
    ignores: specs,
    rules: {
      'no-restricted-properties': ['error', ...impureProperties, ...inexactProperties],
      'no-restricted-syntax': [
        'error',
        ...['BinaryExpression[operator="**"]', 'AssignmentExpression[operator="**="]'].map((selector) => ({
          selector,
          message: 'Engines differ in the last bit of a power: use the pinned @stdlib, or multiply.',
        })),
      ],
    },
  },
  {
    files: [...specs, '**/*.features.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['apps/dashboard/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // A view is mostly markup, which takes lines and decides nothing.
    files: ['apps/dashboard/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 90, skipBlankLines: false, skipComments: false }] },
  },
  { files: ['apps/*/src/main.ts', 'apps/*/src/*-main.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
