/**
 * The wire's module for a sandbox without the global `process`, as Deno 1.43.5 is (Rocket.Chat up to 8.3). The runtime loads
 * it before the app.
 */
Reflect.deleteProperty(globalThis, 'process');

// eslint-disable-next-line no-restricted-syntax -- it stands in for the module itself, so it gives out the same names
export * from './jsonrpc.ts';
export { default } from './jsonrpc.ts';
