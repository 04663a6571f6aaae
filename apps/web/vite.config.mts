import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './build/compress.mjs';
import { usedTokens } from './build/used-tokens.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The pages are served by the API process: `vite build` writes them where that process looks. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), usedTokens(), compress()],
  resolve: { alias: { '@sr/kernel': `${project}libs/kernel/src/index.ts` } },
  build: {
    outDir: `${project}dist/apps/web`,
    emptyOutDir: true,
    // The content security policy allows no data: addresses but for pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // For working on the screens: `npx vite apps/web` beside a product that runs on its usual port, or at API_ADDRESS.
  server: { proxy: { '/v1': process.env.API_ADDRESS ?? 'http://127.0.0.1:3000' } },
});
