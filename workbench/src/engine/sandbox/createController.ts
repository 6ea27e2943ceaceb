import { ChildProcess } from 'node:child_process';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { IParseAppPackageResult } from '@rocket.chat/apps-engine/server/compiler/IParseAppPackageResult';
import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { LivenessManager } from '@rocket.chat/apps-engine/server/runtime/deno/LivenessManager';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage/IAppStorageItem';
import { callMethod } from '../callMethod';
import type { RoundTrips } from '../RoundTrips';
import type { SandboxClocks } from './SandboxClocks';

/** Private members of the engine's controller that the workbench needs. */
interface ControllerParts {
  messenger: { setReceiver(sandbox: ChildProcess): void; clearReceiver(): void };
  handleIncomingMessage(message: unknown): Promise<void>;
}

function hasParts(controller: object): controller is ControllerParts {
  const messenger: unknown = Reflect.get(controller, 'messenger');
  return (
    typeof messenger === 'object' &&
    messenger !== null &&
    typeof Reflect.get(messenger, 'send') === 'function' &&
    typeof Reflect.get(messenger, 'setReceiver') === 'function' &&
    typeof Reflect.get(messenger, 'clearReceiver') === 'function' &&
    typeof Reflect.get(controller, 'handleIncomingMessage') === 'function'
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * The engine's own controller of an app's sandbox. It reports every request to the sandbox and every call from it to
 * the counter, survives the sandbox's end, and keeps the sandbox's clock equal to the workbench's.
 *
 * @param prepare adds what the chosen sandbox needs: Deno's configuration, or the start of Node
 */
export function createController(
  manager: AppManager,
  appPackage: IParseAppPackageResult,
  storageItem: IAppStorageItem,
  prepare: (controller: DenoRuntimeSubprocessController) => void,
  roundTrips: RoundTrips,
  clocks: SandboxClocks,
): DenoRuntimeSubprocessController {
  const controller = new DenoRuntimeSubprocessController(manager, appPackage, storageItem);
  prepare(controller);
  const parts: object = controller;
  if (!hasParts(parts)) throw new Error('This version of the Apps-Engine has another sandbox controller');

  const { messenger } = parts;
  // A method, or on 1.53 a getter whose function changes with the sandbox.
  const send = (message: unknown) => callMethod(Reflect.getPrototypeOf(messenger) ?? {}, 'send', [message], messenger);
  const sendAndCount = (message: unknown) => {
    const method = field(message, 'method');
    const id = field(message, 'id');
    // A question about the clock is not counted as a request.
    if (typeof method === 'string' && typeof id === 'string' && method !== clocks.greeting.method)
      roundTrips.delivering(id, method);
    try {
      send(message);
    } catch (error) {
      // An answer to a sandbox that has ended is dropped; the engine would print it, including secrets.
      if (typeof method === 'string' || typeof message === 'string') throw error;
    }
  };
  Object.defineProperty(messenger, 'send', { value: sendAndCount });

  const setReceiver = messenger.setReceiver.bind(messenger);
  messenger.setReceiver = (sandbox) => {
    // The engine restarts a dead sandbox; only the data on the way to it is lost.
    sandbox.stdin?.on('error', (error) => console.error('A sandbox did not take what it was sent:', error.message));
    setReceiver(sandbox);
    send({ jsonrpc: '2.0', id: 'clock', ...clocks.greeting });
    clocks.add(controller);
  };
  const clearReceiver = messenger.clearReceiver.bind(messenger);
  messenger.clearReceiver = () => {
    clocks.remove(controller);
    clearReceiver();
  };

  const handle = parts.handleIncomingMessage.bind(controller);
  parts.handleIncomingMessage = (message) => {
    const payload = field(message, 'payload');
    const method = field(payload, 'method');
    const id = field(payload, 'id');
    if (typeof method !== 'string' || typeof id !== 'string' || !/^(accessor|bridges):/.test(method)) {
      return handle(message);
    }
    return roundTrips.call(id, method, () => handle(message));
  };
  watchSandbox(controller);
  return controller;
}

/**
 * A sandbox that dies or hangs must not end the workbench: the engine starts another one, and this reports it on
 * standard error (the app's log has it too, as `runtime:restart`). Its pending requests fail after the engine's
 * timeout, as on the real server.
 */
function watchSandbox(controller: DenoRuntimeSubprocessController): void {
  const app = controller.getAppId();
  const spawn = controller.spawnProcess.bind(controller);
  controller.spawnProcess = () => {
    spawn();
    const child: unknown = Reflect.get(controller, 'deno');
    // A write to a sandbox that has just ended fails (EPIPE). The engine notices the end but has no error handler on
    // the pipe, and an unhandled error would end the workbench.
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
    // A status request during the restart was answered "unknown", which the engine would cache for minutes.
    controller.emit('processExit');
    console.error(`The sandbox of the app ${app} is up again after ${Math.round(performance.now() - start)} ms`);
  };
  // A process that ends in the middle of a message gives the engine two reasons for a restart; one is enough.
  let restarting: Promise<void> | undefined;
  controller.restartApp = () => (restarting ??= restartAndTell().finally(() => (restarting = undefined)));
}

/** The watchdog's reason for restarting a sandbox, which the engine notes first. */
function reasonOfRestart(controller: DenoRuntimeSubprocessController): string {
  const watchdog: unknown = Reflect.get(controller, 'livenessManager');
  const last = watchdog instanceof LivenessManager ? watchdog.getRuntimeData().restartLog.at(-1) : undefined;
  return typeof last?.reason === 'string' ? last.reason : 'nobody knows why';
}
