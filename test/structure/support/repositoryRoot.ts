import { resolve } from 'node:path';

/** The folder that holds `package.json` and `App.ts`. */
export const repositoryRoot = resolve(__dirname, '../../..');
