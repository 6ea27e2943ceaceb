import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { buildPackage } from '../../../scripts/package/buildPackage';
import { places } from './places';

/** Packages that the workbench finds by their place on disk, or that are no JavaScript. */
const STAY =
  /^(@rocket\.chat\/apps-engine|apps-engine-1-53|jsonrpc-lite-itself|deno|esbuild|libsql|open|typescript|vite)(\/|$)/;

/** Some packages stay where they are: they are loaded from the very file that the workbench loads today. */
const packagesStay: Plugin = {
  name: 'packages stay',
  setup({ onResolve, resolve }) {
    onResolve({ filter: STAY }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'resolved') return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'resolved' });
      if (found.errors.length > 0 || found.external) return { path, external: true };
      // Node wants an attribute to load these, which TypeScript's loader does not.
      if (found.path.endsWith('.json')) return { path: found.path };
      return { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

/** Our sources find files by the place that they stand in, not the bundle. */
const sourcesKeepTheirPlace: Plugin = {
  name: 'sources keep their place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
  },
};

/**
 * Bundles the workbench's command line and the second instance. Loading their sources one by one takes a second and a
 * half of a processor, at each of the hundreds of starts in a test run; the bundle takes a third of that.
 */
export async function buildWorkbench(): Promise<void> {
  await build({
    entryPoints: [join(places.repository, 'workbench', 'src', 'main.ts'), require.resolve('./secondInstance.ts')],
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    outdir: places.builtWorkbench,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    // Packages written in CommonJS ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    plugins: [packagesStay, sourcesKeepTheirPlace],
  });
}

/** Builds all packages and the workbench once, before the first end-to-end test. */
export default async function globalSetup(): Promise<void> {
  await Promise.all([
    buildWorkbench(),
    buildPackage({ path: places.appZip }),
    buildPackage({ root: places.probeApp, path: places.probeZip }),
    ...Object.values(places.bots).map(({ folder, zip }) => buildPackage({ root: folder, path: zip })),
  ]);
}
