import * as v from 'valibot';
import type { FlowAnswer, FlowContent } from '../MessageContent';
import { tolerant } from '../tolerant';

/** Ids that are the form's own and say nothing to a reader. */
const HIDDEN = new Set(['flow_token', 'saved_address_id']);
const DEEPEST = 5;
const MOST_ANSWERS = 200;

const addressSchema = tolerant.object({ values: v.optional(v.unknown()) });
const fileSchema = v.object({ file_name: v.string(), mime_type: v.string() });

const schema = tolerant.object({ name: tolerant.word, body: tolerant.word, response_json: v.optional(v.unknown()) });

/**
 * The answers of a form (`nfm_reply`). `response_json` is a JSON text, or the object itself, or neither: then the text is
 * the only answer. Parts of parts keep their path.
 */
export function readFlowContent(reply: unknown): FlowContent | undefined {
  const parsed = v.parse(schema, reply);
  if (!parsed) return undefined;
  const answers: FlowAnswer[] = [];
  const filled = parseJson(parsed.response_json);
  const isAddress = parsed.name === 'address_message';
  collect(isAddress ? (v.parse(addressSchema, filled)?.values ?? filled) : filled, [], answers);
  return { type: 'flow', answers, body: parsed.body, ...(isAddress ? { isAddress } : {}) };
}

function parseJson(json: unknown): unknown {
  if (typeof json !== 'string') return json;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function collect(value: unknown, path: string[], answers: FlowAnswer[]): void {
  if (answers.length >= MOST_ANSWERS || path.length > DEEPEST) return;
  if (Array.isArray(value)) {
    const values = value.filter(isPlain);
    if (values.length > 0) answers.push({ path, values });
    for (const item of value) if (!isPlain(item)) collect(item, path, answers);
  } else if (isPlain(value)) {
    if (value !== '') answers.push({ path, values: [value] });
  } else if (v.is(fileSchema, value)) {
    // A file that was put into the form: its id, its type and its hash are for computers.
    answers.push({ path, values: [value.file_name] });
  } else if (value !== null && typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) if (!HIDDEN.has(name)) collect(part, [...path, name], answers);
  }
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
