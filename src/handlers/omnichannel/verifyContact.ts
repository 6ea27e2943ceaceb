import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import { isLacking } from './isLacking';

/**
 * Marks the contact of a new room as verified: WhatsApp itself has verified the phone. Servers before 7 have no contacts
 * and others have no licence for it; then nothing is lost.
 */
export async function verifyContact(host: Host, room: ILivechatRoom, { waId, visitor }: Conversation): Promise<void> {
  const contactId = room.contact?._id;
  const asked = contactId && waId && !host.memory.lacks.get('verifyContact');
  if (!asked || !(await host.memory.settings.get('verifyContacts'))) {
    return;
  }
  try {
    await host.modify
      .getCreator()
      .getContactCreator()
      .verifyContact({ contactId, field: 'phone', value: `+${waId}`, visitorId: visitor.id, roomId: room.id });
  } catch (error) {
    if (isLacking(error)) {
      host.memory.lacks.set('verifyContact', true);
      host.logger.debug('This server verifies no contacts:', String(error));
    } else {
      host.logger.warn('A contact could not be verified; the next conversation tries again:', String(error));
    }
  }
}
