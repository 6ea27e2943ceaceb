/**
 * Loads a module for the runtime and for the app. The runtime has looked at the name before: this one finds the engine's
 * files from where the bundle is, in this repository's node_modules.
 */
import { createRequire } from 'node:module';

const load = createRequire(__filename);

export const require = (module: string): unknown => load(module.replace(/^npm:/, ''));
