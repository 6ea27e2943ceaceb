import * as v from 'valibot';
import type { Flaw, WhatsAppError } from './EventBase';

const scalar = v.union([v.string(), v.number()]);

function orNothing<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined);
}

/**
 * Schemas that never fail: any value that they do not understand becomes `undefined` or an empty list. Numbers may be
 * strings, and strings numbers.
 */
export const tolerant = {
  /** A text, possibly empty. */
  text: orNothing(v.pipe(scalar, v.transform(String))),
  /** A text that is not empty, without surrounding blanks. */
  word: orNothing(v.pipe(scalar, v.transform(String), v.trim(), v.nonEmpty())),
  /** A keyword of the API, such as a type, in lower case. */
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
  /** A list; a single object counts as a list of one. */
  list: v.fallback(
    v.pipe(
      v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]),
      v.transform((value) => (Array.isArray(value) ? value : [value])),
    ),
    [],
  ),
  /** An object with these parts, whose schemas must be tolerant too. */
  object: <Entries extends v.ObjectEntries>(entries: Entries) => orNothing(v.object(entries)),
  /** A list of the items that the schema understands; others are left out. */
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

interface ReadTime {
  timestamp: number | null;
  flaws?: Flaw[];
}

/** No valid time is later than this. It also separates seconds from milliseconds. */
const YEAR_3000 = 32_503_680_000;

/** A time of WhatsApp, seconds as a string or a number (some senders write milliseconds), as epoch milliseconds. */
export function readTime(value: unknown): ReadTime {
  if (value === undefined || value === null || value === '') return { timestamp: null, flaws: ['timestamp-missing'] };
  const number =
    typeof value === 'number' || (typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(value)) ? Number(value) : 0;
  const milliseconds = Math.round(number < YEAR_3000 ? number * 1000 : number);
  const isGood = milliseconds > 0 && milliseconds < YEAR_3000 * 1000;
  return isGood ? { timestamp: milliseconds } : { timestamp: null, flaws: ['timestamp-invalid'] };
}

const errorsSchema = tolerant.listOf(
  v.object({
    code: tolerant.number,
    title: tolerant.word,
    message: tolerant.word,
    details: tolerant.word,
    error_data: tolerant.object({ details: tolerant.word }),
    href: tolerant.word,
  }),
);

/** The `errors` of a message, a status or a change; the details are in `error_data` or, in old bodies, beside it. */
export function readErrors(errors: unknown): WhatsAppError[] {
  return v.parse(errorsSchema, errors).map(({ error_data, details, ...error }) => ({
    ...error,
    details: error_data?.details ?? details,
  }));
}
