import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { isLacking } from './isLacking';

/**
 * The newest messages of a room, newest first: one round trip. None where the server has no such call (before 6.13):
 * what is looked for then counts as not there.
 *
 * @param limit Rocket.Chat gives no more than 100
 * @param skip so many newer ones are passed over
 * @throws what Rocket.Chat fails with otherwise
 */
export async function newestMessages(
  { read, memory }: Host,
  roomId: string,
  limit: number,
  skip = 0,
): Promise<readonly IMessageRaw[]> {
  if (memory.lacks.get('getMessages')) {
    return [];
  }
  try {
    const options = { limit, skip, sort: { createdAt: 'desc' } } as const;
    const messages = await read.getRoomReader().getMessages(roomId, options);
    if (Array.isArray(messages)) {
      return messages;
    }
  } catch (error) {
    if (!isLacking(error)) {
      throw error;
    }
  }
  memory.lacks.set('getMessages', true);
  return [];
}
