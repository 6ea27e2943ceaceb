/**
 * Puts a message into the queue that the engine's runtime writes to the host. The runtime is named by the address of its main
 * file: where Deno's configuration names it, Deno takes the configuration of the engine's own folder instead.
 */
export async function enqueue(message: unknown): Promise<void> {
  const messenger: unknown = await import(new URL('lib/messenger.ts', Reflect.get(globalThis, 'Deno').mainModule).href);
  Reflect.get(Object(messenger), 'Queue').enqueue(message);
}
