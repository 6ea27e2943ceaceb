import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { OmnichannelSourceType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../core/Host';
import type { Target } from './conversations/awaited';
import type { Conversation } from './conversations/conversations';
import { visitorOf } from './visitor';
import { whatsappRoomFields } from './whatsappRoom';

/** The facts that a room needs about its number; a `ConnectedNumber` has them. */
export interface OwnNumber {
  digits: string;
  departmentId?: string | undefined;
}

/** The name under which Rocket.Chat asks our icon endpoint for the channel's icon. */
const ICON = 'whatsapp';

/**
 * The visitor already has an open room: since 8.3 a unique index on `v.token` allows only one, across channels, numbers
 * and apps (Rocket.Chat's pull request 39087).
 */
export class TokenTakenError extends Error {
  override readonly name = 'TokenTakenError';

  constructor() {
    super('the visitor has an open room already');
  }
}

/**
 * Creates a conversation's room, with the facts by which people and the app recognise it.
 *
 * @param to the agent, or the department whose routing chooses one
 * @throws TokenTakenError, and other refusals of Rocket.Chat
 */
async function createRoom(
  host: Host,
  number: OwnNumber,
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
    // MongoDB's error text holds the token, which is a secret, so it is not passed on.
    throw String(error).includes('E11000') ? new TokenTakenError() : error;
  }
}

/** The receiver of a new room: an agent, or a department whose routing chooses one. */
interface Way {
  agent?: IUser;
  departmentId?: string;
}

/**
 * Creates a room for the agent that a template asked for, else its department, else the number's department, else
 * without a department if that one is gone. Rocket.Chat refuses an agent who is not available, and the customer's
 * message must not be lost because of that.
 *
 * @throws Rocket.Chat's refusal of the last attempt
 */
export async function createTargetedRoom(
  host: Host,
  number: OwnNumber,
  conversation: Conversation,
  target: Target | undefined,
): Promise<ILivechatRoom> {
  for (const way of await waysOf(host, target)) {
    try {
      return await createRoom(host, number, conversation, way);
    } catch (error) {
      if (error instanceof TokenTakenError) {
        throw error;
      }
      host.logger.info('Whom a template asked for cannot take the conversation:', String(error));
    }
  }
  return createUntargeted(host, number, conversation);
}

async function createUntargeted(host: Host, number: OwnNumber, conversation: Conversation): Promise<ILivechatRoom> {
  const { departmentId } = number;
  try {
    return await createRoom(host, number, conversation, { departmentId });
  } catch (error) {
    if (
      !departmentId ||
      error instanceof TokenTakenError ||
      readRefusal(error) === 'blocked' ||
      !(await isDepartmentGone(host, departmentId))
    ) {
      throw error;
    }
    return createRoom(host, number, conversation, {});
  }
}

async function waysOf(host: Host, { agent: username, departmentId }: Target = {}): Promise<Way[]> {
  const agent: IUser | undefined = username ? await host.read.getUserReader().getByUsername(username) : undefined;
  return [...(agent ? [{ agent, departmentId }] : []), ...(departmentId ? [{ departmentId }] : [])];
}

/**
 * Whether a department was deleted or disabled, so that it will never have an available agent; false when Rocket.Chat
 * does not tell.
 */
export async function isDepartmentGone({ read, logger }: Host, departmentId: string): Promise<boolean> {
  try {
    return (await read.getLivechatReader().getLivechatDepartmentByIdOrName(departmentId))?.enabled !== true;
  } catch (error) {
    logger.warn('Rocket.Chat did not tell whether a department is there:', String(error));
    return false;
  }
}

/** Why Rocket.Chat does not let a customer's message in. */
type Refusal = 'nobody-there' | 'blocked' | 'room-closed';

/** By the names of its errors; the bridge passes on only their text. */
const refusals: readonly (readonly [error: string, refusal: Refusal])[] = [
  ['no-agent-online', 'nobody-there'],
  ['error-omnichannel-is-disabled', 'nobody-there'],
  ['error-contact-channel-blocked', 'blocked'],
  ['error-room-closed', 'room-closed'],
  ['room_is_closed', 'room-closed'],
];

/** The meaning of an error that refused to open a room or to post a message; undefined for every other error. */
export function readRefusal(error: unknown): Refusal | undefined {
  const text = error instanceof Error ? error.message : String(error);
  return refusals.find(([name]) => text.includes(name))?.[1];
}
