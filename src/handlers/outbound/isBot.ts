import * as v from 'valibot';

/** Bots' accounts are often users with the role of a bot. */
const userSchema = v.object({
  type: v.nullish(v.string()),
  roles: v.fallback(v.array(v.string()), []),
});

/** Whether a user is a bot or an app, by type or by role; whoever nothing is known of counts as a person. */
export function isBot(user: unknown): boolean {
  const parsed = v.safeParse(userSchema, user);
  return parsed.success && (['bot', 'app'].includes(parsed.output.type ?? '') || parsed.output.roles.includes('bot'));
}
