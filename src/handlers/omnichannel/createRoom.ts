import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { OmnichannelSourceType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import { visitorOf } from './visitorOf';
import { whatsappRoomFields } from './whatsappRoomFields';

/** The name under which Rocket.Chat asks our icon endpoint for the channel's icon. */
const ICON = 'whatsapp';

/**
 * The visitor has an open room already: since 8.3 a unique index on `v.token` allows one, of whatever channel, number and
 * app (Rocket.Chat's pull request 39087).
 */
export class TokenTakenError extends Error {
  override readonly name = 'TokenTakenError';

  constructor() {
    super('the visitor has an open room already');
  }
}

/**
 * Makes a room of a conversation, with all by which people and we know it again.
 *
 * @param to the agent, or whoever the routing chooses in the department
 * @throws TokenTakenError, and what Rocket.Chat refuses with
 */
export async function createRoom(
  host: Host,
  number: ConnectedNumber,
  conversation: Conversation,
  to: { agent?: IUser; departmentId?: string },
): Promise<ILivechatRoom> {
  const address = `+${number.digits}`;
  const visitor = { ...visitorOf(conversation), department: to.departmentId };
  // @ts-expect-error -- the accessor takes a room without an agent (the routing then chooses), its type does not say so
  const agent: IUser = to.agent;
  try {
    return await host.modify
      .getCreator()
      .getLivechatCreator()
      .createRoom(visitor, agent, {
        source: {
          type: OmnichannelSourceType.APP,
          label: address,
          destination: address,
          sidebarIcon: ICON,
          defaultIcon: ICON,
        },
        customFields: whatsappRoomFields({ number: number.digits, customer: conversation.customer }),
      });
  } catch (error) {
    // MongoDB's words hold the token, which is a secret: they go no further.
    throw String(error).includes('E11000') ? new TokenTakenError() : error;
  }
}
