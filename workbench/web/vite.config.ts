import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where a running workbench is reached while the page is developed with `npx vite workbench/web`. */
const server = process.env['WORKBENCH_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    // fuselage's own copy of the icons may be newer than the font that the page loads: one copy for both.
    alias: [
      { find: /^@rocket\.chat\/icons$/, replacement: here('../node_modules/@rocket.chat/icons') },
      // fuselage requires what we import, and each way leads to a copy of its own: twice the bytes, and focus scopes that do
      // not know each other.
      ...['react-aria', 'react-stately'].map((name) => ({
        find: new RegExp(`^${name}$`),
        replacement: here(`../../node_modules/${name}/dist/exports/index.mjs`),
      })),
    ],
    dedupe: ['react', 'react-dom', 'react-aria', 'react-stately'],
  },
  server: {
    proxy: Object.fromEntries(['/api', '/file-upload', '/avatar'].map((path) => [path, { target: server }])),
  },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // fuselage.css holds `width:100`, which browsers ignore; the minifier would "repair" it to 100px and squeeze messages.
    cssMinify: false,
    chunkSizeWarningLimit: 2500,
  },
});
