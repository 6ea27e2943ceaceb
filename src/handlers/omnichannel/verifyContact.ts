import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import { whereSupported } from '../whereSupported';

/**
 * Marks the contact of a new room as verified: WhatsApp itself has verified the phone. Servers before 7 have no contacts
 * and others have no licence for it; then nothing is lost.
 */
export async function verifyContact(host: Host, room: ILivechatRoom, { waId, visitor }: Conversation): Promise<void> {
  const contactId = room.contact?._id;
  if (!contactId || !waId || !(await host.memory.settings.get('verifyContacts'))) {
    return;
  }
  const facts = { contactId, field: 'phone', value: `+${waId}`, visitorId: visitor.id, roomId: room.id } as const;
  const ask = () => host.modify.getCreator().getContactCreator().verifyContact(facts);
  try {
    await whereSupported(host, 'verifyContact', ask, undefined);
  } catch (error) {
    host.logger.warn('A contact could not be verified; the next conversation tries again:', String(error));
  }
}
