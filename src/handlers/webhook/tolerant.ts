import * as v from 'valibot';

const scalar = v.union([v.string(), v.number()]);

function orNothing<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined);
}

/**
 * Schemas that take what can be understood and never fail: whatever else stands there is `undefined` or an empty list.
 * Numbers may come as strings and strings as numbers.
 */
export const tolerant = {
  /** A text, also an empty one. */
  text: orNothing(v.pipe(scalar, v.transform(String))),
  /** A text that says something, without blanks around. */
  word: orNothing(v.pipe(scalar, v.transform(String), v.trim(), v.nonEmpty())),
  /** A word of the API, such as a type: in lower case, however it is written. */
  term: orNothing(v.pipe(scalar, v.transform(String), v.trim(), v.nonEmpty(), v.toLowerCase())),
  number: orNothing(
    v.pipe(
      scalar,
      v.check((value) => String(value).trim() !== ''),
      v.transform(Number),
      v.finite(),
    ),
  ),
  flag: orNothing(
    v.pipe(
      v.union([v.boolean(), v.picklist(['true', 'True', 'TRUE', 'false', 'False', 'FALSE', 0, 1, '0', '1'])]),
      v.transform((value) => ['true', '1'].includes(String(value).toLowerCase())),
    ),
  ),
  /** A list; one object without its list counts as a list of one. */
  list: v.fallback(
    v.pipe(
      v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]),
      v.transform((value) => (Array.isArray(value) ? value : [value])),
    ),
    [],
  ),
  /** An object with these parts; their schemas have to be tolerant too. */
  object: <Entries extends v.ObjectEntries>(entries: Entries) => orNothing(v.object(entries)),
  /** A list of what the schema understands; the rest is left out. */
  listOf: <Schema extends v.GenericSchema>(schema: Schema) =>
    v.fallback(
      v.pipe(
        v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]),
        v.transform((value) => (Array.isArray(value) ? value : [value])),
        v.transform((items: unknown[]) =>
          items.flatMap((item): v.InferOutput<Schema>[] => {
            const { success, output } = v.safeParse(schema, item);
            return success && output !== undefined ? [output] : [];
          }),
        ),
      ),
      [],
    ),
};
