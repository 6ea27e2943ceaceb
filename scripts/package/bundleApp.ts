import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { type BundledPackage, readBundledPackages } from './bundledPackages';
import { compactLocales } from './compactLocales';
import { messageOf } from './messageOf';
import { neededShortcodes } from './neededShortcodes';
import { PackagingError } from './PackagingError';

/** What `require` reaches inside the sandbox besides the engine itself (apps-engine, deno-runtime construct handler). */
const SANDBOX_MODULES = new Set(
  ['path', 'url', 'crypto', 'buffer', 'stream', 'net', 'http', 'https', 'zlib', 'util', 'punycode', 'os']
    .concat(['querystring', 'fs'])
    .flatMap((name) => [name, `node:${name}`])
    .concat('uuid'),
);

/** The app's code for the sandbox, and whose packages it contains. */
export interface Bundle {
  code: Buffer;
  packages: BundledPackage[];
}

/**
 * Bundles `App.ts` of a folder into one CommonJS file for the sandbox. Names stay as written, so that a stack trace in
 * the app's log can be read.
 * @throws PackagingError when the code does not compile or needs a module that the sandbox does not give out.
 */
export async function bundleApp(root: string): Promise<Bundle> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'App.ts')],
    outfile: 'App.js',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    mainFields: ['module', 'main'],
    external: ['@rocket.chat/apps-engine/*', 'uuid'],
    define: { 'process.env.NODE_ENV': '"production"' },
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
    plugins: [compactLocales(root), neededShortcodes()],
  }).catch((error: unknown) => {
    // The compiler puts each error on a line of its own.
    throw new PackagingError(`App.ts does not compile: ${messageOf(error).replaceAll('\n', ' ')}`);
  });
  refuseForeignModules(result.metafile);
  const file = result.outputFiles[0];
  if (!file) throw new PackagingError('App.ts compiled to nothing');
  const packages = await readBundledPackages(root, Object.keys(result.metafile.inputs));
  return { code: Buffer.from(file.contents), packages };
}

function refuseForeignModules(metafile: Metafile): void {
  const required = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const foreign = required
    .filter(({ external, path }) => external && !path.startsWith('@rocket.chat/apps-engine/'))
    .filter(({ path }) => !SANDBOX_MODULES.has(path))
    .map(({ path }) => (builtinModules.includes(path.replace('node:', '')) ? `${path} (a Node module)` : path));
  if (foreign.length > 0) throw new PackagingError(`The sandbox does not give out ${foreign.join(', ')}`);
}
