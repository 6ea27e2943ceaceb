/**
 * The wire's module for a sandbox without the global `process`, as Deno 1.43.5 is (Rocket.Chat up to 8.3). The runtime loads
 * it before the app.
 */
Reflect.deleteProperty(globalThis, 'process');

export * from './jsonrpc.ts';
export { default } from './jsonrpc.ts';
