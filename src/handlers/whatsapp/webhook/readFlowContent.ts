import * as v from 'valibot';
import type { FlowAnswer, FlowContent, MediaContent } from './MessageContent';
import { tolerant } from './tolerant';

/** Ids that are the form's own and say nothing to a reader. */
const HIDDEN = new Set(['flow_token', 'saved_address_id']);
const DEEPEST = 5;
const MOST_ANSWERS = 200;
/** Meta lets ten be sent along. */
const MOST_FILES = 30;

const addressSchema = tolerant.object({ values: v.optional(v.unknown()) });
/** https://developers.facebook.com/docs/whatsapp/flows/reference/media_upload */
const fileSchema = v.object({ file_name: v.string(), mime_type: v.string(), id: tolerant.word });

const schema = tolerant.object({ name: tolerant.word, body: tolerant.word, response_json: v.optional(v.unknown()) });

interface Filled {
  answers: FlowAnswer[];
  files: MediaContent[];
}

/**
 * The answers of a form (`nfm_reply`). `response_json` is a JSON text, or the object itself, or neither: then the text is
 * the only answer. Parts of parts keep their path; files are told apart, and their names are the answers.
 */
export function readFlowContent(reply: unknown): FlowContent | undefined {
  const parsed = v.parse(schema, reply);
  if (!parsed) return undefined;
  const all: Filled = { answers: [], files: [] };
  const filled = parseJson(parsed.response_json);
  const isAddress = parsed.name === 'address_message';
  collect(isAddress ? (v.parse(addressSchema, filled)?.values ?? filled) : filled, [], all);
  const { answers, files } = all;
  return {
    type: 'flow',
    answers,
    body: parsed.body,
    ...(isAddress ? { isAddress } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}

function parseJson(json: unknown): unknown {
  if (typeof json !== 'string') return json;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function collect(value: unknown, path: string[], all: Filled): void {
  const { answers, files } = all;
  if (answers.length >= MOST_ANSWERS || path.length > DEEPEST) return;
  if (Array.isArray(value)) {
    const values = value.filter(isPlain);
    if (values.length > 0) answers.push({ path, values });
    for (const item of value) if (!isPlain(item)) collect(item, path, all);
  } else if (isPlain(value)) {
    if (value !== '') answers.push({ path, values: [value] });
  } else if (v.is(fileSchema, value)) {
    const { id, file_name: filename, mime_type: mimeType } = v.parse(fileSchema, value);
    answers.push({ path, values: [filename] });
    if (id !== undefined && files.length < MOST_FILES) files.push({ type: typeOf(mimeType), id, mimeType, filename });
  } else if (value !== null && typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) if (!HIDDEN.has(name)) collect(part, [...path, name], all);
  }
}

function typeOf(mimeType: string): MediaContent['type'] {
  return (['image', 'video', 'audio'] as const).find((type) => mimeType.startsWith(`${type}/`)) ?? 'document';
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
