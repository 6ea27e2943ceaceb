import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { JsonObject } from '../json';
import { isObject, listOf } from '../json';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/numbers';
import { queueRawBody } from '../webhooks/queueWebhook';

/** The outcome of a file. */
export interface Replayed {
  file: string;
  /** Deliveries made of it. */
  deliveries: number[];
  /** Why there were none. */
  skipped?: string;
}

/**
 * Queues every webhook body found in a JSON file, or in those of a folder, in the order of their names. With `rewrite` they
 * are addressed to the given number. @throws when the place cannot be read.
 */
export async function replayFiles(
  simulator: Simulator,
  number: NumberRecord,
  place: string,
  rewrite: boolean,
): Promise<Replayed[]> {
  const isFolder = (await stat(place)).isDirectory();
  const names = isFolder ? (await readdir(place)).filter((name) => name.endsWith('.json')).sort() : [basename(place)];
  const results: Replayed[] = [];
  for (const name of names) {
    const bodies = bodiesIn(await readFile(isFolder ? join(place, name) : place, 'utf8'));
    const deliveries = bodies.map((body) => {
      const text = JSON.stringify(rewrite ? readdress(body, number) : body);
      return queueRawBody(simulator, number.phoneNumber, text).id;
    });
    results.push({ file: name, deliveries, ...(deliveries.length === 0 && { skipped: 'no webhook body' }) });
  }
  return results;
}

/** The webhook bodies in a JSON text: the whole, or the members of a list or of an object of named bodies. */
function bodiesIn(text: string): JsonObject[] {
  const value = parse(text);
  if (isObject(value) && isBody(value)) return [value];
  const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return members.filter((member): member is JsonObject => isObject(member) && isBody(member));
}

/** An envelope, one change, or the flat form from before the Cloud API; what is to be sent has a `messaging_product` at the top. */
function isBody(value: JsonObject): boolean {
  if (Array.isArray(value.entry) || (typeof value.field === 'string' && isObject(value.value))) return true;
  return value.messaging_product === undefined && (Array.isArray(value.messages) || Array.isArray(value.statuses));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A copy of a webhook body that is addressed to a number: every `metadata` names it. */
function readdress(body: JsonObject, { phoneNumber, phoneNumberId }: NumberRecord): JsonObject {
  const metadata = { display_phone_number: phoneNumber, phone_number_id: phoneNumberId };
  const change = (item: JsonObject): JsonObject =>
    isObject(item.value) && isObject(item.value.metadata) ? { ...item, value: { ...item.value, metadata } } : item;
  if (!Array.isArray(body.entry)) return change(body);
  return {
    ...body,
    entry: listOf(body.entry).map((entry) => ({ ...entry, changes: listOf(entry.changes).map(change) })),
  };
}
