import * as v from 'valibot';
import { cleanName } from './cleanName';
import type { Customer } from './Customer';
import { readAddress } from './readAddress';
import { tolerant } from './tolerant';

const schema = tolerant.listOf(
  v.object({
    profile: tolerant.object({ name: tolerant.word, username: tolerant.word }),
    wa_id: tolerant.word,
    user_id: tolerant.word,
    parent_user_id: tolerant.word,
  }),
);

/** The people that a change names (`value.contacts`); profile, phone or user id may each be missing. */
export function readContacts(contacts: unknown): Customer[] {
  return v.parse(schema, contacts).map(({ profile, wa_id, user_id, parent_user_id }) => ({
    ...readAddress(wa_id),
    ...(user_id === undefined ? {} : { userId: user_id }),
    parentUserId: parent_user_id,
    username: cleanName(profile?.username?.replace(/^@/, '')),
    name: cleanName(profile?.name),
  }));
}
