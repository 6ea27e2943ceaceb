import type { ILivechatEventContext } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { noteServedBy } from '../outbound/deliveryLine';

/** A conversation was given to somebody, or taken by them: what was written in it before becomes their matter. */
export async function agentAssigned(host: Host, { room, agent }: ILivechatEventContext): Promise<void> {
  if (readWhatsappRoom(room, host.app.id)) {
    noteServedBy(host, room.id, agent);
  }
}
