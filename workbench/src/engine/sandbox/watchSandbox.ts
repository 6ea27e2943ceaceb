import { ChildProcess } from 'node:child_process';
import type { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { LivenessManager } from '@rocket.chat/apps-engine/server/runtime/deno/LivenessManager';

/**
 * A sandbox that dies or hangs ends nothing but itself: the engine starts another one, and this says so on the standard
 * error output (the app's log has it as well, as `runtime:restart`). What was being asked of it fails after the
 * engine's timeout, as on the real server.
 */
export function watchSandbox(controller: DenoRuntimeSubprocessController): void {
  const app = controller.getAppId();
  const spawn = controller.spawnProcess.bind(controller);
  controller.spawnProcess = () => {
    spawn();
    const child: unknown = Reflect.get(controller, 'deno');
    // What is written to a sandbox that has just ended fails (EPIPE). The engine learns of the end by itself but listens
    // to no pipe, and an error that nobody listens to would end the workbench.
    if (child instanceof ChildProcess) {
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.on('error', () => undefined);
    }
  };

  const restart = controller.restartApp.bind(controller);
  const restartAndTell = async () => {
    const start = performance.now();
    console.error(`The sandbox of the app ${app} is started again: ${reasonOfRestart(controller)}`);
    try {
      await restart();
    } catch (error) {
      console.error(`The sandbox of the app ${app} could not be started again; one more try follows`);
      throw error;
    }
    // Whoever asked for the status meanwhile was told "unknown", which the engine would remember for minutes.
    controller.emit('processExit');
    console.error(`The sandbox of the app ${app} is up again after ${Math.round(performance.now() - start)} ms`);
  };
  // A process that ends in the middle of a message gives the engine two reasons to begin anew; once is enough.
  let restarting: Promise<void> | undefined;
  controller.restartApp = () => (restarting ??= restartAndTell().finally(() => (restarting = undefined)));
}

/** Why the engine's watchdog starts a sandbox again; it notes that before it does. */
function reasonOfRestart(controller: DenoRuntimeSubprocessController): string {
  const watchdog: unknown = Reflect.get(controller, 'livenessManager');
  const last = watchdog instanceof LivenessManager ? watchdog.getRuntimeData().restartLog.at(-1) : undefined;
  return typeof last?.reason === 'string' ? last.reason : 'nobody knows why';
}
