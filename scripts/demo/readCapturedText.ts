import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { places } from '../../test/e2e/support/places';
import { words } from './words';

/** A body as it was seen on the way from 360dialog, where such bodies are at hand; else one written by hand. */
const CAPTURED = join(places.repository, '..', 'shared', 'payloads', 'text-textmessage--bindambc.json');
const OWN = join(places.repository, 'test', 'fixtures', 'webhooks', 'text.json');

const Message = v.looseObject({ id: v.string(), text: v.object({ body: v.string() }) });
const Value = v.looseObject({ messages: v.tuple([Message]) });
const Change = v.looseObject({ value: Value });
const Entry = v.looseObject({ changes: v.tuple([Change]) });
const Body = v.looseObject({ entry: v.tuple([Entry]) });

/** The people and numbers that replace those of the body. */
interface Parties {
  displayPhoneNumber: string;
  phoneNumberId: string;
  customer: { waId: string; name: string };
}

/** A webhook with one text, and what is in it. */
export interface CapturedText {
  source: string;
  body: unknown;
  text: string;
}

/**
 * A webhook with one text, addressed to a number and written by a customer of the simulator just now; all else is as it
 * was captured. @throws when the file is no webhook with one text.
 */
export function readCapturedText({ displayPhoneNumber, phoneNumberId, customer }: Parties): CapturedText {
  const isThere = existsSync(CAPTURED);
  const { entry, ...envelope } = v.parse(Body, JSON.parse(readFileSync(isThere ? CAPTURED : OWN, 'utf8')));
  const [{ changes, ...account }] = entry;
  const [{ value, ...change }] = changes;
  const [message] = value.messages;
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const addressed = {
    ...value,
    metadata: { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: customer.name }, wa_id: customer.waId }],
    messages: [{ ...message, from: customer.waId, timestamp }],
  };
  return {
    source: isThere ? words.captured : words.own,
    text: message.text.body,
    body: { ...envelope, entry: [{ ...account, changes: [{ ...change, value: addressed }] }] },
  };
}
