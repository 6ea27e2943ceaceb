import * as v from 'valibot';
import { isRecord } from '../state/pick';

/** The documents in one field of an answer. Invalid ones are left out: one of them must not empty the page. */
export function readList<T>(schema: v.GenericSchema<unknown, T>, body: unknown, field: string): T[] {
  const list = isRecord(body) ? body[field] : undefined;
  return Array.isArray(list)
    ? list.flatMap((item) => {
        const read = v.safeParse(schema, item);
        return read.success ? [read.output] : [];
      })
    : [];
}

/** A document, or undefined when it is invalid. */
export function readOne<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}
