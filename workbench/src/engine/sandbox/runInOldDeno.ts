import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { adopt, reachInside } from './reachInside';
import type { SandboxConfig } from './writeSandboxConfig';

/**
 * Makes the controller of Apps-Engine 1.53 start Deno with a configuration of ours, which it has no place for, and with its
 * runtime outside of node_modules, where a newer Deno refuses to run it. The sandbox may do what the engine lets it do.
 */
export function runInOldDeno(
  controller: DenoRuntimeSubprocessController,
  { configPath, engine, readable, cache }: SandboxConfig,
): void {
  const inside = reachInside(controller);
  controller.spawnProcess = () => {
    const options = [
      'run',
      ...(hasNetwork(inside.appPackage.info.permissions) ? ['--allow-net'] : []),
      '--cached-only',
      `--config=${configPath}`,
      `--allow-read=${readable.join(',')}`,
      '--allow-env=NODE_EXTRA_CA_CERTS',
      join(engine, 'deno-runtime', 'main.ts'),
      ...['--subprocess', controller.getAppId(), '--spawnId', String(inside.spawnId++)],
    ];
    adopt(inside, spawn('deno', options, { env: { PATH: process.env.PATH, DENO_DIR: process.env.DENO_DIR ?? cache } }));
  };
}

/** An app that asks for no permissions gets the usual ones, and the network is one of them. */
function hasNetwork(permissions: IPermission[] | undefined): boolean {
  return !permissions || permissions.some(({ name }) => name === 'networking');
}
