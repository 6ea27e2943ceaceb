import * as v from 'valibot';

const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'), v.transform(Number));

/** `count` and `offset` of a list, as the query carries them; Rocket.Chat's default is 50 at a time. */
export const Page = v.object({ count: v.optional(whole, '50'), offset: v.optional(whole, '0') });
