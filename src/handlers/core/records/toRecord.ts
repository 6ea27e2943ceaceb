import * as v from 'valibot';

const recordSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

/**
 * Facts as they are stored: what is `undefined` is left out. The engine's wire (msgpack) would turn it into null, the
 * store would keep that, and a schema that knows the field as absent would then refuse the whole record.
 */
export function toRecord(facts: object): Record<string, unknown> {
  return v.parse(recordSchema, JSON.stringify(facts));
}
