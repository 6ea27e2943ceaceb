import * as v from 'valibot';
import { HttpError } from '../HttpError';

/** Parses untrusted input. @throws HttpError 400 `… [invalid-params]`, which names the first fault. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value ?? {});
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? '';
  const message =
    issue.input === undefined
      ? `must have required property '${place}'`
      : `/${place.replaceAll('.', '/')} ${issue.message}`;
  throw HttpError.failure(message, 'invalid-params');
}

const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'), v.transform(Number));

/** Rocket.Chat reads a count of 0 as "all of them". */
const ALL = 1_000_000;
const count = v.pipe(
  whole,
  v.transform((wanted) => (wanted === 0 ? ALL : wanted)),
);

/** `count` and `offset` of a list, as the query carries them; Rocket.Chat's default is 50 at a time. */
export const Page = v.object({ count: v.optional(count, '50'), offset: v.optional(whole, '0') });

/** One page of a complete list, with Rocket.Chat's paging figures. */
export function cut<T>(
  all: T[],
  page: { count: number; offset: number },
): { items: T[]; count: number; offset: number; total: number } {
  const items = all.slice(page.offset, page.offset + page.count);
  return { items, count: items.length, offset: page.offset, total: all.length };
}

/** A query parameter that may come once (`a=1`) or several times (`a[]=1&a[]=2`). */
export function listOf<Item extends v.GenericSchema<string>>(item: Item) {
  return v.union([
    v.array(item),
    v.pipe(
      item,
      v.transform((one) => [one]),
    ),
  ]);
}
