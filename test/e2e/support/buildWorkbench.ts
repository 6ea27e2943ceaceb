import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { ENGINES_HERE, type EngineHere } from '../../../workbench/src/server/serverTraits';
import { places } from './places';

const NEWEST = ENGINES_HERE['1.62.0'];

/** Packages that find their own files by their place on disk, or hold more than JavaScript. */
const STAY = /^(deno|esbuild|libsql|open|typescript|vite)(\/|$)/;

/** Bridges that came after 1.53. */
const ABSENT = /\/bridges\/(ExperimentalBridge|OutboundMessagesBridge)$/;

/** Some packages stay where they are: they are loaded from the very file that the workbench loads today. */
const packagesStay: Plugin = {
  name: 'packages stay',
  setup({ onResolve, resolve }) {
    onResolve({ filter: STAY }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'resolved') return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'resolved' });
      if (found.errors.length > 0 || found.external) return { path, external: true };
      if (found.path.endsWith('.json')) return { path: found.path };
      return { path: kind === 'dynamic-import' ? pathToFileURL(found.path).href : found.path, external: true };
    });
  },
};

/** Sources of ours and of the engine find files by the place that they stand in, not the bundle. */
const sourcesKeepTheirPlace: Plugin = {
  name: 'sources keep their place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
    onLoad({ filter: /apps-engine[^/]*\/server\/.*\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const resolve = `require('node:module').createRequire(${JSON.stringify(path)}).resolve`;
      return {
        contents: text.replaceAll('__dirname', JSON.stringify(dirname(path))).replaceAll('require.resolve', resolve),
        loader: 'js',
      };
    });
  },
};

/** What `useEngine` does while the workbench runs from its sources is done here once: the bundle holds one engine. */
const holds = (engine: EngineHere): Plugin => ({
  name: 'one engine',
  setup({ onResolve, onLoad, resolve }) {
    onLoad({ filter: /\/engine\/useEngine\.ts$/ }, () => ({
      contents: 'export function useEngine() {}',
      loader: 'ts',
    }));
    if (ENGINES_HERE[engine] === NEWEST) return;
    onResolve({ filter: new RegExp(`^${NEWEST}/`) }, ({ path, kind, importer, resolveDir }) =>
      ABSENT.test(path)
        ? { path: join(places.repository, 'workbench', 'src', 'engine', 'absentFromOldEngine.cjs') }
        : resolve(path.replace(NEWEST, ENGINES_HERE[engine]), { kind, importer, resolveDir }),
    );
  },
});

/**
 * Bundles the workbench's command line and the second instance, once with each engine. Loading their sources and those of
 * the engine one by one takes a second and a half of a processor, at each of the hundreds of starts in a test run; the
 * bundle, run by `runBuilt.cjs`, takes less than a third of that.
 */
export async function buildWorkbench(): Promise<void> {
  await Promise.all(
    (['1.53.1', '1.62.0'] as const).map(async (engine) => {
      await dropCaches(places.builtWorkbench(engine));
      await build({
        entryPoints: [
          join(places.repository, 'workbench', 'src', 'main.ts'),
          require.resolve('./instances/secondInstance.ts'),
        ],
        entryNames: '[name]',
        outExtension: { '.js': '.cjs' },
        outdir: places.builtWorkbench(engine),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        logLevel: 'error',
        plugins: [holds(engine), packagesStay, sourcesKeepTheirPlace],
      });
    }),
  );
}

/** What `runBuilt.cjs` keeps belongs to one build. */
async function dropCaches(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.filter((name) => name.endsWith('.cache')).map((name) => rm(join(folder, name), { force: true })),
  );
}
