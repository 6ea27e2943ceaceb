import * as v from 'valibot';
import { isRecord } from '../state/isRecord';

/**
 * The documents in one field of an answer. What does not fit is left out: one odd document must not empty the page.
 */
export function readList<T>(schema: v.GenericSchema<unknown, T>, body: unknown, field: string): T[] {
  const list = isRecord(body) ? body[field] : undefined;
  return Array.isArray(list)
    ? list.flatMap((item) => {
        const read = v.safeParse(schema, item);
        return read.success ? [read.output] : [];
      })
    : [];
}
