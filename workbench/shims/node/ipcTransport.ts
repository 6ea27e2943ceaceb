/**
 * Speaks with the server over Node's IPC channel, with structured clone, where the server has opened one (9.0). Without
 * one the runtime's own way stays: msgpack over the standard streams (8.8).
 */
import { on } from 'node:events';
import { decoder } from 'apps-engine-runtime/lib/codec.ts';
import { Queue } from 'apps-engine-runtime/lib/messenger.ts';
import { plainCopy } from './plainCopy';
import { require } from './require';

/** The class of the engine that the app extends: the same module that the app gets. */
const App: unknown = Reflect.get(Object(require('@rocket.chat/apps-engine/definition/App')), 'App');
const isApp = (value: object): boolean => typeof App === 'function' && value instanceof App;

async function* messages(): AsyncGenerator<unknown> {
  for await (const [message] of on(process, 'message')) yield message;
}

if (process.send) {
  const send = process.send.bind(process);
  Reflect.set(Queue, 'enqueue', (message: unknown) => void send(plainCopy(message, isApp)));
  Reflect.set(decoder, 'decodeStream', messages);
  process.on('disconnect', () => process.exit());
}
