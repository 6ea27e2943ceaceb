import { spawn } from 'node:child_process';
import type { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { plainCopy } from '../../../shims/node/plainCopy';
import type { ServerTraits } from '../../server/serverTraits';
import { adopt, type Inside, reachInside } from './reachInside';
import type { NodeRuntime } from './writeNodeRuntime';

interface NodeOptions {
  /** Where the engine puts files that apps look at. */
  tempFolder: string;
  runtime: NodeRuntime;
  transport: ServerTraits['transport'];
  /** The port for a debugger of the sandbox; without it there is none. */
  inspectPort?: number;
}

const PONG = '_zPONG';

/** Node 20 has another name for the permission model. */
const PERMISSION = Number(process.versions.node.split('.')[0]) < 22 ? '--experimental-permission' : '--permission';

/**
 * Makes the engine's controller run its app in Node instead of Deno, as servers since 8.8 do: with Node's permission
 * model, with only PATH in the environment, and over msgpack (8.8) or Node's IPC channel (9.0). Watchdog, restart and
 * everything else stay the engine's own.
 */
export function runInNode(controller: DenoRuntimeSubprocessController, options: NodeOptions): void {
  const inside = reachInside(controller);
  const app = controller.getAppId();
  const isIpc = options.transport === 'ipc';

  controller.spawnProcess = () => {
    const sandbox = spawn(process.execPath, argumentsFor(inside, app, options), {
      env: { PATH: process.env.PATH },
      ...(isIpc && { stdio: ['pipe', 'pipe', 'pipe', 'ipc'], serialization: 'advanced' as const }),
    });
    adopt(inside, sandbox);
  };

  if (isIpc) speakIpc(controller, inside);
}

function argumentsFor(inside: Inside, app: string, { tempFolder, runtime, inspectPort }: NodeOptions): string[] {
  const readable = [tempFolder, ...runtime.folders];
  return [
    // Node allows no debugger in a process with permissions. Source maps are loaded only for debugging, because they
    // cost a seventh of a sandbox's start.
    ...(inspectPort === undefined
      ? [PERMISSION, ...readable.map((folder) => `--allow-fs-read=${folder}`)]
      : [`--inspect=127.0.0.1:${inspectPort}`, '--enable-source-maps']),
    // Node prints a warning that the permission model is experimental; nobody has to act on it.
    '--no-warnings',
    runtime.script,
    '--subprocess',
    app,
    '--spawnId',
    String(inside.spawnId++),
  ];
}

function copyOf(message: unknown): object {
  const copy = plainCopy(message);
  return typeof copy === 'object' && copy !== null ? copy : {};
}

/** Replaces msgpack by Node's IPC channel; the standard streams are free for the app's output. */
function speakIpc(controller: DenoRuntimeSubprocessController, inside: Inside): void {
  const app = controller.getAppId();
  // The channel reports its error here; the engine notices the end of the process by itself.
  inside.messenger.strategySend = (message) => {
    inside.deno.send(typeof message === 'string' ? message : copyOf(message), () => undefined);
  };

  const receive = async (message: unknown): Promise<void> => {
    if (message === PONG) return void controller.emit('pong');
    controller.emit('heartbeat');
    const payload = copyOf(message);
    if ('method' in payload) await inside.handleIncomingMessage({ payload });
    else await inside.handleResultMessage({ type: 'result' in payload ? 'success' : 'error', payload });
  };
  inside.parseStdout = (stream) => {
    stream.on('data', (chunk) => console.log('Subprocess stdout', String(chunk)));
    inside.deno.on('message', (message) => {
      receive(message).catch((error: unknown) => console.error(`[${app}] Error executing handler`, error));
    });
  };
}
