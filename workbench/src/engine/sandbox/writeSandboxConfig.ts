import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ENGINES_HERE, type ServerTraits } from '../../server/serverTraits';
import { writeAtOnce } from '../writeAtOnce';

/** Packages that the runtime inside the sandbox imports, and their modules. */
const PACKAGES = ['@msgpack/msgpack', 'acorn', 'acorn-walk', 'astring', 'stack-trace', 'uuid'];

/** The runtime imports sources that the published package lacks; their built files are used. */
const BUILT_DEFINITIONS = [
  'exceptions/AppsEngineException',
  'uikit/blocks/Blocks',
  'uikit/blocks/Elements',
  'outboundCommunication/IOutboundCommsProvider',
];

export interface SandboxConfig {
  /** Deno's configuration, which resolves the runtime's imports without a registry. */
  configPath: string;
  /**
   * The paths that a sandbox may read, and Deno's cache of compiled files, as 1.62 derives them from the
   * configuration's path.
   */
  readable: string[];
  cache: string;
  /** The engine's package, by a path outside of node_modules. */
  engine: string;
}

/**
 * Writes the files with which Deno runs the engine's sandbox from npm packages alone. Without a global `process` it
 * behaves like Deno 1.43.5, which older releases ship.
 *
 * The position of the configuration matters: the engine lets the sandbox read the folder above it and the one three
 * levels above. Here these are a cache folder and node_modules, without any data of the workspace.
 */
export function writeSandboxConfig(
  { hasProcess, engineHere }: Pick<ServerTraits, 'hasProcess' | 'engineHere'>,
  tempFolder: string,
): SandboxConfig {
  const require = createRequire(import.meta.url);
  const packageName = ENGINES_HERE[engineHere];
  const engine = dirname(require.resolve(`${packageName}/package.json`));
  const nodeModules = join(engine, ...packageName.split('/').map(() => '..'));
  const shim = (name: string) => new URL(`../../../shims/${name}.ts`, import.meta.url).href;
  const url = (path: string) => pathToFileURL(path).href;
  const engineLink = linkFolder(engine, join(tempFolder, engineHere, 'apps-engine'));

  const imports: Record<string, string> = {
    // To resolve its imports, 1.62 removes "src/" from "apps-engine/src/", and 1.53 removes the first "src/", so no
    // parent folder may have that name.
    '@rocket.chat/apps-engine/': `${url(join(engineLink, 'src'))}/`,
    '@rocket.chat/ui-kit': shim('uiKit'),
    '@std/cli/parse-args': shim('parseArgs'),
    '@std/io': shim('io'),
    // The same under 1.53's name.
    'https://deno.land/std@0.216.0/io/write_all.ts': shim('io'),
    '@std/streams': shim('streams'),
    'jsonrpc-lite': shim(hasProcess ? 'jsonrpc' : 'jsonrpcWithoutProcess'),
    'jsonrpc-lite-itself': url(require.resolve('jsonrpc-lite')),
  };
  for (const name of PACKAGES) imports[name] = url(require.resolve(name));
  for (const name of BUILT_DEFINITIONS) {
    imports[`@rocket.chat/apps-engine/definition/${name}.ts`] = url(join(engine, 'definition', `${name}.js`));
  }

  const cacheFolder = join(nodeModules, '.cache', 'whatsapp-360d-workbench');
  const configPath = join(cacheFolder, 'sandbox', `deno-${engineHere}${hasProcess ? '' : '-no-process'}.json`);
  writeWhenChanged(
    configPath,
    `${JSON.stringify({ nodeModulesDir: 'manual', unstable: ['detect-cjs'], imports }, null, 2)}\n`,
  );
  return {
    configPath,
    readable: [cacheFolder, nodeModules, tempFolder],
    cache: join(cacheFolder, '.deno-cache'),
    engine: engineLink,
  };
}

/**
 * The folder in which the engine links its runtime (Deno runs nothing inside node_modules) and puts files for apps.
 * Each checkout has one, which stays the same at each start, because Deno caches the compiled runtime by its path.
 */
export function makeTempFolder(): string {
  const checkout = createHash('sha256')
    .update(fileURLToPath(import.meta.url))
    .digest('hex')
    .slice(0, 12);
  const folder = join(tmpdir(), `whatsapp-360d-workbench-${userInfo().username}-${checkout}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Another process or an earlier start may have created it. */
function linkFolder(folder: string, link: string): string {
  mkdirSync(dirname(link), { recursive: true });
  try {
    symlinkSync(folder, link, 'dir');
  } catch (error) {
    if (!existsSync(link)) throw error;
  }
  return link;
}

/** Leaves a file with this text unchanged. */
function writeWhenChanged(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    // The file does not exist yet.
  }
  writeAtOnce(path, text);
}
