import type { NextFunction, Request, Response } from 'express';
import { HttpError } from '../HttpError';

/** The engine's codec (MessagePack) fails at 100 levels, including its own envelope. */
const DEEPEST = 80;

/**
 * Refuses what the engine cannot carry to an app: a `__proto__` key (its codec never returns from it) and very deep
 * nesting (it throws inside the channel to the sandbox). Both get 400 before any app is asked.
 */
export function refuseUnsafeBody(request: Request, _response: Response, next: NextFunction): void {
  const problem = problemOf(request.body) ?? problemOf(request.query);
  next(problem ? HttpError.failure(problem, 'invalid-params') : undefined);
}

function problemOf(root: unknown): string | undefined {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return `must not nest deeper than ${DEEPEST} levels`;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
      if (Object.hasOwn(value, '__proto__')) return 'must not have a property __proto__';
      for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) below.push(inner);
    }
    level = below;
  }
  return undefined;
}
