import { Buffer } from 'buffer';
import * as v from 'valibot';
import { itemReaders } from './itemReaders';
import type { Change } from './readScope';
import { plainWord } from './readScope';
import { tolerant } from './tolerant';
import type { RejectedItem } from './WebhookEvent';

/** How deep a change may be wrapped. */
const DEEPEST = 8;

/** Envelopes that resellers and queues add around a body. */
const WRAPPERS = ['data', 'payload', 'body', 'webhook', 'value'];

interface Around {
  at: string;
  depth: number;
  field?: string;
  wabaId?: string;
  time?: unknown;
}

type Found = Generator<Change | RejectedItem, void>;
type Parts = Record<string, unknown>;

/**
 * Finds the changes of a body: Meta's envelope (`entry` with `changes`), a single change, the flat body from before the
 * Cloud API, and any of them as text or bytes, in a list or in a wrapper such as `{event, data}`. Anything else is
 * rejected.
 */
export function readChanges(body: unknown): (Change | RejectedItem)[] {
  return [...collect(body, { at: '', depth: 0 })];
}

function* collect(node: unknown, around: Around): Found {
  const { at, depth } = around;
  const inside = { ...around, depth: depth + 1 };
  const text = node instanceof Uint8Array ? Buffer.from(node).toString('utf8') : node;
  if (depth > DEEPEST) yield reject('too-deep', around);
  else if (typeof text === 'string') {
    const parsed = parseJson(text);
    if (parsed === undefined) yield reject('not-json', around);
    else yield* collect(parsed, inside);
  } else if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* collect(item, { ...inside, at: join(at, String(index)) });
  } else if (isParts(node)) yield* collectParts(node, inside);
  else yield reject('not-an-object', around);
}

function* collectParts(node: Parts, around: Around): Found {
  const { at, wabaId, time } = around;
  if (node.entry !== undefined) {
    yield* collect(v.parse(tolerant.list, node.entry), { ...around, at: join(at, 'entry') });
    return;
  }
  if (node.changes !== undefined) {
    const changes = v.parse(tolerant.list, node.changes);
    const id = v.parse(tolerant.word, node.id) ?? wabaId;
    yield* collect(changes, { ...around, at: join(at, 'changes'), wabaId: id, time: node.time ?? time });
    return;
  }
  const field = v.parse(tolerant.word, node.field ?? node.event) ?? around.field;
  const value = isParts(node.value) && (node.field !== undefined || isValue(node.value)) ? node.value : undefined;
  const wrapper = WRAPPERS.find((name) => node[name] !== undefined);
  if (value) yield { field: field ?? 'messages', value, wabaId, time, at };
  else if (isValue(node)) yield { field: around.field ?? 'messages', value: node, wabaId, time, at };
  else if (wrapper !== undefined) yield* collect(node[wrapper], { ...around, at: join(at, wrapper), field });
  else yield reject('unknown-body', around);
}

function reject(reason: RejectedItem['reason'], { at, field }: Around): RejectedItem {
  return { reason, at, field: plainWord(field) };
}

function join(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether this is a bare `value` of a change. */
function isValue(node: Parts): boolean {
  return ['metadata', 'errors', ...Object.keys(itemReaders)].some((name) => typeof node[name] === 'object');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
