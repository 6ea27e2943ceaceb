import type { createDialog360 } from './createDialog360';

/** The 360dialog client of one number. */
export type Dialog360 = ReturnType<typeof createDialog360>;
