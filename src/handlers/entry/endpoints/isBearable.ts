/** Webhooks nest about ten levels, and resellers wrap them in a few more; a document of the store takes a hundred. */
const DEEPEST = 40;
/** A webhook of 100 kB holds about a thousand messages. */
const LONGEST = 10_000;
/** Names that an object has from its prototype. */
const INHERITED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Whether a body is safe to read and to store: no deeper, no longer and with no other names than a real one. Goes over it
 * level by level, so that no depth of it can fill the stack.
 */
export function isBearable(body: unknown): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const below: unknown[] = [];
    for (const value of level) {
      if (Array.isArray(value) && value.length > LONGEST) return false;
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
      if (INHERITED.some((name) => Object.hasOwn(value, name))) return false;
      for (const inner of Object.values(value)) if (typeof inner === 'object') below.push(inner);
    }
    level = below;
  }
  return true;
}
