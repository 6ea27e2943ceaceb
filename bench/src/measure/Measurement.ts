import type { Options } from '../readOptions';
import type { Figures } from '../report/Figures';

/** Measures something, and gives what the report shows of it. */
export type Measurement = (options: Options) => Promise<Figures[]>;
