import type { Drawing } from '../../src/blocks/elements';
import { sayKeys } from './sayKeys';

/** What a test draws screens with: keys stand where words would. */
export const drawing: Drawing = { appId: 'app-id', t: sayKeys };
