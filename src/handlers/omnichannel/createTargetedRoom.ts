import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';
import type { Target } from '../records/awaited';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import { createRoom, TokenTakenError } from './createRoom';
import { isDepartmentGone } from './isDepartmentGone';
import { readRefusal } from './readRefusal';

/** Who may get a new room: an agent, or whoever the routing chooses in a department. */
interface Way {
  agent?: IUser;
  departmentId?: string;
}

/**
 * A new room for whom a template asked for: the agent, else the department, else as the number says, and for everybody
 * where the number's department is gone. Rocket.Chat refuses an agent who is not there; the customer's message must not be
 * lost for that.
 *
 * @throws what Rocket.Chat refuses the last way with
 */
export async function createTargetedRoom(
  host: Host,
  number: ConnectedNumber,
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

async function createUntargeted(
  host: Host,
  number: ConnectedNumber,
  conversation: Conversation,
): Promise<ILivechatRoom> {
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
