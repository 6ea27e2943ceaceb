import type { RoomDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';

/** Who the placeholders of canned responses stand for. */
interface People {
  visitor?: VisitorDocument;
  agent?: UserDocument;
}

const VALUES: Readonly<Record<string, (people: People) => string | undefined>> = {
  'contact.name': ({ visitor }) => visitor?.name,
  'contact.email': ({ visitor }) => visitor?.visitorEmails?.[0]?.address,
  'contact.phone': ({ visitor }) => visitor?.phone?.[0]?.phoneNumber,
  'agent.name': ({ agent }) => agent?.name,
  'agent.email': ({ agent }) => agent?.emails?.[0]?.address,
};

/**
 * The text of a user's, bot's or app's message as the server stores it in a conversation that somebody serves: placeholders of
 * canned responses are filled in, whoever wrote them (BeforeSaveCannedResponse.ts of the enterprise edition).
 */
export function fillPlaceholders(text: string, room: RoomDocument | undefined, people: () => People): string {
  if (room?.t !== 'l' || room.servedBy === undefined || !text.includes('{{')) return text;
  const found = people();
  return Object.entries(VALUES).reduce(
    (filled, [name, valueOf]) => filled.replaceAll(`{{${name}}}`, () => valueOf(found) ?? ''),
    text,
  );
}
