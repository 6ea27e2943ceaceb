import * as v from 'valibot';
import type { Reader } from '../Reader';
import { eventBase } from './eventBase';

const schema = v.fallback(v.object({ timestamp: v.optional(v.unknown()) }), { timestamp: undefined });

/** One item of `groups`: that something happened to a group, and no more. */
export const readGroup: Reader = (item, scope) => [
  { kind: 'group', what: 'change', ...eventBase(v.parse(schema, item).timestamp, scope) },
];
