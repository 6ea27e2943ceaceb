import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerTraits } from '../../server/serverTraits';

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
  /** Where the engine links its runtime (deno runs nothing inside node_modules) and puts files that apps look at. */
  tempFolder: string;
}

/**
 * Writes what Deno needs to run the engine's sandbox from npm packages alone. Without a global `process` it is as Deno
 * 1.43.5 is, which older releases ship.
 *
 * The place of the configuration matters: the engine allows the sandbox to read the folder above the configuration's
 * own, and the one three levels above; here that is a cache folder and node_modules, and nothing of the workspace.
 */
export function writeSandboxConfig({ hasProcess }: Pick<ServerTraits, 'hasProcess'>): SandboxConfig {
  const require = createRequire(import.meta.url);
  const engine = dirname(require.resolve('@rocket.chat/apps-engine/package.json'));
  const nodeModules = dirname(dirname(engine));
  const shim = (name: string) => new URL(`../../../shims/${name}.ts`, import.meta.url).href;
  const url = (path: string) => pathToFileURL(path).href;

  const imports: Record<string, string> = {
    '@rocket.chat/apps-engine/': `${url(join(engine, 'src'))}/`,
    '@rocket.chat/ui-kit': shim('uiKit'),
    '@std/cli/parse-args': shim('parseArgs'),
    '@std/io': shim('io'),
    '@std/streams': shim('streams'),
    'jsonrpc-lite': shim(hasProcess ? 'jsonrpc' : 'jsonrpcWithoutProcess'),
    'jsonrpc-lite-itself': url(require.resolve('jsonrpc-lite')),
  };
  for (const name of PACKAGES) imports[name] = url(require.resolve(name));
  for (const name of BUILT_DEFINITIONS) {
    imports[`@rocket.chat/apps-engine/definition/${name}.ts`] = url(join(engine, 'definition', `${name}.js`));
  }

  const configPath = join(
    nodeModules,
    '.cache',
    'whatsapp-360d-workbench',
    'sandbox',
    hasProcess ? 'deno.json' : 'old-deno.json',
  );
  writeWhenChanged(
    configPath,
    `${JSON.stringify({ nodeModulesDir: 'manual', unstable: ['detect-cjs'], imports }, null, 2)}\n`,
  );

  // One for each checkout, and the same at each start: deno caches the compiled runtime by its path.
  const checkout = createHash('sha256')
    .update(fileURLToPath(import.meta.url))
    .digest('hex')
    .slice(0, 12);
  const tempFolder = join(tmpdir(), `whatsapp-360d-workbench-${userInfo().username}-${checkout}`);
  mkdirSync(tempFolder, { recursive: true, mode: 0o700 });
  return { configPath, tempFolder };
}

/** Another process may be reading the file: it sees the old one or the new one. */
function writeWhenChanged(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}
