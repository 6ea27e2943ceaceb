import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../core/Host';
import { whereSupported } from '../core/sandbox';

/**
 * The newest messages of a room, newest first: one round trip. The result is empty when the server has no such call
 * (before 6.13), so a search finds nothing there.
 *
 * @param limit Rocket.Chat gives no more than 100
 * @param skip the number of newer ones to skip
 * @throws every other failure of Rocket.Chat
 */
export async function newestMessages(
  host: Host,
  roomId: string,
  limit: number,
  skip = 0,
): Promise<readonly IMessageRaw[]> {
  const options = { limit, skip, sort: { createdAt: 'desc' } } as const;
  const ask = () => host.read.getRoomReader().getMessages(roomId, options);
  const messages: unknown = await whereSupported(host, 'getMessages', ask, undefined);
  if (isList(messages)) {
    return messages;
  }
  host.memory.lacks.set('getMessages', true);
  return [];
}

const isList = (messages: unknown): messages is IMessageRaw[] => Array.isArray(messages);
