// The page, into dist/dashboard. Libraries are taken from their sources, as everywhere in development.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/dashboard', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // One page; what is rarely opened (the editor of texts) is loaded when it is.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Libraries do nothing when they are loaded: of their schemas, only those that a page uses come with it.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/libs\//, sideEffects: false }] } },
    reportCompressedSize: false,
  },
  // `npx vite apps/dashboard` beside a gateway: RESUMPTION_GATEWAY=http://127.0.0.1:3000
  server: { proxy: { '/v1': process.env.RESUMPTION_GATEWAY ?? 'http://127.0.0.1:3000' } },
});
