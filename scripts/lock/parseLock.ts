import * as v from 'valibot';

const LockedPackage = v.looseObject({
  version: v.optional(v.string()),
  integrity: v.optional(v.string()),
  link: v.optional(v.boolean()),
  optionalDependencies: v.optional(v.record(v.string(), v.string())),
});

const Lock = v.looseObject({ lockfileVersion: v.literal(3), packages: v.record(v.string(), LockedPackage) });

/** `package-lock.json`, as far as it is looked at here; everything else in it is kept as it is. */
export type Lock = v.InferOutput<typeof Lock>;

/** @throws Error when the text is a lock file of another version; SyntaxError when it is no JSON. */
export function parseLock(text: string): Lock {
  const lock: unknown = JSON.parse(text);
  // Only looked at, not parsed into a new object: the order of the keys stays npm's own.
  if (!v.is(Lock, lock)) throw new Error('package-lock.json is not of lock version 3');
  return lock;
}
