import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { IParseAppPackageResult } from '@rocket.chat/apps-engine/server/compiler/IParseAppPackageResult';
import type { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';

/** Private members of the engine's controller that our own start of a sandbox needs. */
export interface Inside {
  deno: ChildProcess;
  spawnId: number;
  appPackage: IParseAppPackageResult;
  messenger: { setReceiver(sandbox: ChildProcess): void; strategySend: (message: unknown) => void };
  livenessManager: { attach(sandbox: ChildProcess): void };
  setupListeners(): void;
  parseStdout(stream: Readable): unknown;
  handleIncomingMessage(message: unknown): Promise<void>;
  handleResultMessage(message: unknown): Promise<void>;
}

const METHODS = ['setupListeners', 'parseStdout', 'handleIncomingMessage', 'handleResultMessage'];

function isInside(controller: object): controller is Inside {
  return (
    METHODS.every((name) => typeof Reflect.get(controller, name) === 'function') &&
    ['spawnId', 'appPackage', 'messenger', 'livenessManager'].every((name) => name in controller)
  );
}

/** @throws Error when the engine's controller has another shape than the workbench expects */
export function reachInside(controller: DenoRuntimeSubprocessController): Inside {
  const inside: object = controller;
  if (!isInside(inside)) throw new Error('This version of the Apps-Engine has another sandbox controller');
  return inside;
}

/** Makes a process the controller's sandbox, as the engine does with its own processes. */
export function adopt(inside: Inside, sandbox: ChildProcess): void {
  inside.deno = sandbox;
  inside.messenger.setReceiver(sandbox);
  inside.livenessManager.attach(sandbox);
  inside.setupListeners();
}
