import type { FaultParam } from './FaultParam';

/** The values that belong to a form. */
export type FaultValues<Params extends Record<string, FaultParam>> = {
  [Name in keyof Params]: Params[Name]['type'] extends 'number'
    ? number
    : Params[Name]['type'] extends 'switch'
      ? boolean
      : string;
};
