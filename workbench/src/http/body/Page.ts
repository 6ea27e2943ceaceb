import * as v from 'valibot';

const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'), v.transform(Number));

/** Rocket.Chat takes a count of 0 for "all of them". */
const ALL = 1_000_000;
const count = v.pipe(
  whole,
  v.transform((wanted) => (wanted === 0 ? ALL : wanted)),
);

/** `count` and `offset` of a list, as the query carries them; Rocket.Chat's default is 50 at a time. */
export const Page = v.object({ count: v.optional(count, '50'), offset: v.optional(whole, '0') });
