import * as v from 'valibot';
import type { Change } from './Change';
import { readContacts } from './readContacts';
import { readErrors } from './readErrors';
import type { Scope } from './Scope';
import { tolerant } from './tolerant';

const schema = v.object({
  metadata: tolerant.object({ phone_number_id: tolerant.word, display_phone_number: tolerant.word }),
  display_phone_number: tolerant.word,
  contacts: v.optional(v.unknown()),
  errors: v.optional(v.unknown()),
});

/** What the items of a change have in common: the number they came to, the people it names, its errors. */
export function readScope({ field, value, wabaId, time }: Change): Scope {
  const { metadata, display_phone_number, contacts, errors } = v.parse(schema, value);
  const display = (metadata?.display_phone_number ?? display_phone_number)?.replace(/\D/g, '');
  return {
    number: { phoneNumberId: metadata?.phone_number_id, displayNumber: display === '' ? undefined : display },
    field,
    wabaId,
    time,
    // Meta's own agent holds the conversation; 360dialog delivers what goes on there under a field of its own.
    standby: field === 'standby' ? true : undefined,
    contacts: readContacts(contacts),
    errors: readErrors(errors),
    count: 0,
  };
}
