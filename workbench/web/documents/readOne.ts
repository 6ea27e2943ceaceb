import * as v from 'valibot';

/** A document, or undefined when it does not fit. */
export function readOne<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}
