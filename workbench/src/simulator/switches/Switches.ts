import type { InferOutput } from 'valibot';
import type { switchesSchema } from './switchesSchema';

export type Switches = InferOutput<typeof switchesSchema>;
