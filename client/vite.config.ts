// How the page is built: Svelte, one worker, fonts and icons as files of our own, nothing inlined that the policy forbids.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { icons } from './vite-icons.ts';

const api = process.env['ENTENTE_API'] ?? 'http://127.0.0.1:4747';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [icons(), svelte()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Svelte, Cytoscape and zod are needed at once, so there is nothing to load later.
    chunkSizeWarningLimit: 900,
    // The setting that keeps zod from probing `eval` has to be made before any chunk builds a schema: both stand in one.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|no-eval/ }] } } },
  },
  server: { proxy: { '/api': api } },
});
