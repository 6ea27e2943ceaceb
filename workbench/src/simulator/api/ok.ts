import type { Answer } from './Answer';

/** 200 with a JSON body. */
export function ok(json: unknown): Answer {
  return { status: 200, json };
}
