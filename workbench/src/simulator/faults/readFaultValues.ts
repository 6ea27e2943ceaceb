import type { FaultValue } from '../store/FaultRecord';
import type { FaultParam } from './FaultParam';

type Read = { values: Record<string, FaultValue> } | { problem: string };

const checks: Record<FaultParam['type'], (value: unknown, param: FaultParam) => boolean> = {
  number: (value, param) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    param.type === 'number' &&
    value >= (param.minimum ?? -Infinity) &&
    value <= (param.maximum ?? Infinity),
  text: (value) => typeof value === 'string',
  choice: (value, param) => param.type === 'choice' && typeof value === 'string' && param.options.includes(value),
  switch: (value) => typeof value === 'boolean',
};

const isFaultValue = (value: unknown): value is FaultValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Reads the values of a fault's form; what is missing gets its default. */
export function readFaultValues(params: Record<string, FaultParam>, given: Record<string, unknown>): Read {
  const unknown = Object.keys(given).find((name) => !(name in params));
  if (unknown !== undefined) return { problem: `params.${unknown}: there is no such field` };
  const values: Record<string, FaultValue> = {};
  for (const [name, param] of Object.entries(params)) {
    const value = given[name] ?? param.default;
    if (!isFaultValue(value) || !checks[param.type](value, param)) {
      return { problem: `params.${name}: ${JSON.stringify(value)} is not possible here` };
    }
    values[name] = value;
  }
  return { values };
}
