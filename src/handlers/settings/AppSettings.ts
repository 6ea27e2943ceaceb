import type * as v from 'valibot';
import type { settingSchemas } from './settingSchemas';

/** The app's settings as handlers use them; units and meanings stand at each schema. */
export type AppSettings = { [Name in keyof typeof settingSchemas]: v.InferOutput<(typeof settingSchemas)[Name]> };
