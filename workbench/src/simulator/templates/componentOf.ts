import type { JsonObject } from '../json';

/** The component of a type, however it is spelled. */
export function componentOf(components: JsonObject[], type: string): JsonObject | undefined {
  return components.find((component) => String(component.type).toUpperCase() === type.toUpperCase());
}
