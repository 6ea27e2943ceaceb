/** The Node sandbox: the engine's runtime with Node in the place of Deno. Its imports run in this order. */
import './ipcTransport';
import './classAccessors';
import 'apps-engine-runtime/main.ts';
