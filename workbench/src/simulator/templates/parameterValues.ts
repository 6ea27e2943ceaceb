import type { JsonObject } from '../json';
import { objectOf, textOf } from '../json';

/** The values of a component's parameters by variable name: their `parameter_name`, or their position from 1. */
export function parameterValues(parameters: JsonObject[]): Record<string, string> {
  return Object.fromEntries(
    parameters.map((parameter, index) => [textOf(parameter.parameter_name) ?? String(index + 1), valueOf(parameter)]),
  );
}

function valueOf(parameter: JsonObject): string {
  const fallback = (name: string) => textOf(objectOf(parameter[name]).fallback_value);
  return textOf(parameter.text) ?? fallback('currency') ?? fallback('date_time') ?? '';
}
