import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { writeAtOnce } from '../writeAtOnce';

const shims = fileURLToPath(new URL('../../../shims', import.meta.url));

export interface NodeRuntime {
  /** The program that a Node sandbox runs. */
  script: string;
  /** The paths that the sandbox may read: the folder of the program, and the engine's package. */
  folders: string[];
}

/**
 * Bundles the runtime of the published engine, which is written for Deno, into one program for Node. An earlier bundle
 * of the same files is reused.
 *
 * The program is stored inside node_modules, so that an app's `require` of the engine's files finds the package.
 */
export async function writeNodeRuntime(): Promise<NodeRuntime> {
  const require = createRequire(import.meta.url);
  const engine = dirname(require.resolve('@rocket.chat/apps-engine/package.json'));
  const folder = join(dirname(dirname(engine)), '.cache', 'whatsapp-360d-workbench', 'node-sandbox');
  const script = join(folder, `main-${keyOfSources(engine)}.cjs`);
  if (!existsSync(script)) {
    writeAtOnce(script, await bundleRuntime(engine));
  }
  return { script, folders: [folder, engine, dirname(require.resolve('uuid/package.json'))] };
}

/** The cache key, which changes with the source files of the bundle. */
function keyOfSources(engine: string): string {
  const files = readdirSync(shims, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(shims, name));
  const hash = createHash('sha256');
  for (const file of [...files, fileURLToPath(import.meta.url), join(engine, 'package.json')]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

async function bundleRuntime(engine: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(shims, 'node', 'main.ts')],
    inject: [join(shims, 'node', 'preload.ts'), join(shims, 'node', 'globals.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'silent',
    plugins: [runtimeFiles(engine)],
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error('The runtime for Node came out empty');
  return bundle.text;
}

/** Resolves the imports of the runtime and of its shims to files that Node can run. */
function runtimeFiles(engine: string): Plugin {
  const runtime = join(engine, 'deno-runtime');
  const replaced: Record<string, string> = {
    [join(runtime, 'lib/require.ts')]: join(shims, 'node', 'require.ts'),
    [join(shims, 'runtimeQueue.ts')]: join(shims, 'node', 'runtimeQueue.ts'),
    [join(runtime, 'error-handlers.ts')]: join(shims, 'node', 'errorListeners.ts'),
  };
  const packages: Record<string, string> = {
    '@std/io': join(shims, 'io.ts'),
    '@std/streams': join(shims, 'streams.ts'),
    '@std/cli/parse-args': join(shims, 'parseArgs.ts'),
    'jsonrpc-lite': join(shims, 'jsonrpc.ts'),
    'jsonrpc-lite-itself': createRequire(import.meta.url).resolve('jsonrpc-lite'),
  };
  return {
    name: 'runtime for Node',
    setup(bundler) {
      bundler.onResolve({ filter: /^apps-engine-runtime\// }, ({ path }) => ({
        path: path.replace('apps-engine-runtime', runtime),
      }));
      bundler.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
        const file = join(resolveDir, path);
        return { path: replaced[file] ?? file };
      });
      bundler.onResolve({ filter: /^(@std\/|jsonrpc-lite)/ }, ({ path }) =>
        packages[path] ? { path: packages[path] } : null,
      );
      // The runtime imports sources that the published package lacks; their built files are used.
      bundler.onResolve({ filter: /^@rocket\.chat\/apps-engine\/.*\.ts$/ }, ({ path }) => ({
        path: path.replace('@rocket.chat/apps-engine', engine).replace(/\.ts$/, '.js'),
      }));
      // A room reader imports one list from the server's bridges, which import the whole server.
      bundler.onResolve({ filter: /\/bridges\/RoomBridge$/ }, () => ({
        path: join(shims, 'node', 'sortableFields.ts'),
      }));
    },
  };
}
