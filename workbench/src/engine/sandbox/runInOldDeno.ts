import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { adopt, reachInside } from './reachInside';
import type { SandboxConfig } from './writeSandboxConfig';

/**
 * Makes the controller of Apps-Engine 1.53 start Deno with the workbench's configuration, for which it has no option,
 * and with its runtime outside of node_modules, because a newer Deno refuses to run it there. The sandbox has the
 * permissions that the engine gives it.
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

/** An app that lists no permissions gets the default ones, which include the network. */
function hasNetwork(permissions: IPermission[] | undefined): boolean {
  return !permissions || permissions.some(({ name }) => name === 'networking');
}
