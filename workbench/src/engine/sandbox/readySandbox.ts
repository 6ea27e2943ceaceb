import { delimiter, dirname } from 'node:path';
import type { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import type { ServerTraits } from '../../server/serverTraits';
import { readDenoExecutable, writeInspectedDeno } from './readDenoExecutable';
import { runInNode } from './runInNode';
import { runInOldDeno } from './runInOldDeno';
import { writeNodeRuntime } from './writeNodeRuntime';
import { makeTempFolder, writeSandboxConfig } from './writeSandboxConfig';

export interface ReadySandbox {
  /** The folder in which the engine puts files for apps; a sandbox may read it. */
  tempFolder: string;
  /** Makes the engine's controller start this kind of sandbox. */
  prepare: (controller: DenoRuntimeSubprocessController) => void;
}

/**
 * Prepares the sandbox of this server: Deno, or Node since 8.8.
 *
 * @param inspectPort the port for a debugger of the sandbox; without it there is none
 */
export async function readySandbox(
  { sandbox, transport, hasProcess, engineHere }: ServerTraits,
  inspectPort: number | undefined,
): Promise<ReadySandbox> {
  const tempFolder = makeTempFolder();
  if (sandbox === 'node') {
    const runtime = await writeNodeRuntime();
    return {
      tempFolder,
      prepare: (controller) => runInNode(controller, { tempFolder, runtime, transport, inspectPort }),
    };
  }
  const config = writeSandboxConfig({ hasProcess, engineHere }, tempFolder);
  const { configPath } = config;
  const deno = dirname(readDenoExecutable());
  putInPath(inspectPort === undefined ? deno : writeInspectedDeno({ deno, folder: tempFolder, port: inspectPort }));
  if (engineHere === '1.53.1') return { tempFolder, prepare: (controller) => runInOldDeno(controller, config) };
  return { tempFolder, prepare: (controller) => Reflect.set(controller, 'denoConfigPath', configPath) };
}

/** Puts a folder first in this process's PATH: the engine starts `deno` by name. */
function putInPath(folder: string): void {
  const path = process.env.PATH ?? '';
  if (!path.startsWith(`${folder}${delimiter}`)) process.env.PATH = `${folder}${delimiter}${path}`;
}
