import type { JsonObject } from '../json';
import { listOf, objectOf, textOf } from '../json';

/** The component of a type, however it is spelled. */
export function componentOf(components: JsonObject[], type: string): JsonObject | undefined {
  return components.find((component) => String(component.type).toUpperCase() === type.toUpperCase());
}

/** The buttons of a definition, in order; an index in a send means this order. */
export function buttonsOf(components: JsonObject[]): JsonObject[] {
  return listOf(componentOf(components, 'BUTTONS')?.buttons);
}

/** Names of the variables in a template text, each once, in order: `{{1}}` → `1`, `{{first_name}}` → `first_name`. */
export function variablesOf(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return [...new Set([...text.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].map(([, name]) => name ?? ''))];
}

/** Puts values in the place of `{{variables}}`; an unknown one stays as it is. */
export function fillVariables(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}

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
