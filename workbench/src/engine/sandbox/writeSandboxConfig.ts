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

/** The runtime names sources that the published package does not hold; their built files are meant. */
const BUILT_DEFINITIONS = [
  'exceptions/AppsEngineException',
  'uikit/blocks/Blocks',
  'uikit/blocks/Elements',
  'outboundCommunication/IOutboundCommsProvider',
];

export interface SandboxConfig {
  /** Deno's configuration: where the runtime's imports lead without a registry. */
  configPath: string;
  /** What a sandbox may read, and where Deno keeps what it has compiled: as 1.62 works it out of the configuration's path. */
  readable: string[];
  cache: string;
  /** The engine's package, by a path outside of node_modules. */
  engine: string;
}

/**
 * Writes what Deno needs to run the engine's sandbox from npm packages alone. Without a global `process` it is as Deno
 * 1.43.5 is, which older releases ship.
 *
 * The place of the configuration matters: the engine allows the sandbox to read the folder above the configuration's
 * own, and the one three levels above; here that is a cache folder and node_modules, and nothing of the workspace.
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
    // For what it requires, 1.62 takes "src/" out of "apps-engine/src/", and 1.53 the first "src/", which must not be one above.
    '@rocket.chat/apps-engine/': `${url(join(engineLink, 'src'))}/`,
    '@rocket.chat/ui-kit': shim('uiKit'),
    '@std/cli/parse-args': shim('parseArgs'),
    '@std/io': shim('io'),
    // The same under the name that 1.53 has for it.
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
 * Where the engine links its runtime (deno runs nothing inside node_modules) and puts files that apps look at. One for each
 * checkout, and the same at each start: deno caches the compiled runtime by its path.
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

/** Another process may have done it, or an earlier start. */
function linkFolder(folder: string, link: string): string {
  mkdirSync(dirname(link), { recursive: true });
  try {
    symlinkSync(folder, link, 'dir');
  } catch (error) {
    if (!existsSync(link)) throw error;
  }
  return link;
}

/** Leaves a file alone that has this text already. */
function writeWhenChanged(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    // There is none yet.
  }
  writeAtOnce(path, text);
}
