import type { ILivechatEventContext } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../../core/Host';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { isBot } from '../../outbound/agent/messageOrigin';
import { noteServedBy } from '../../outbound/statuses/deliveryLine';
import { markAsTaken, showTyping } from '../../outbound/statuses/readReceipts';

/** A conversation was given to somebody, or taken by them: what was written in it before becomes their matter. */
export async function agentAssigned(host: Host, { room, agent }: ILivechatEventContext): Promise<void> {
  const chat = readWhatsappRoom(room, host.app.id);
  if (!chat) {
    return;
  }
  noteServedBy(host, room.id, agent);
  if (isBot(agent)) {
    showTyping(host, chat);
  } else {
    await markAsTaken(host, chat);
  }
}
