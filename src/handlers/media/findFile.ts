import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import type { Host } from '../Host';
import { newestMessages } from '../omnichannel/newestMessages';
import type { PostedFile } from './PostedFile';

const fileMessageSchema = v.object({
  id: v.string(),
  createdAt: v.pipe(
    v.union([v.date(), v.string(), v.number()]),
    v.transform((time) => new Date(time).getTime()),
  ),
  file: v.object({ _id: v.string(), name: v.string() }),
});

/**
 * The newest message with a file that fits: one round trip.
 *
 * @param limit so many of the newest messages are looked at; Rocket.Chat gives no more than 100
 */
export async function findFile(
  host: Host,
  room: IRoom,
  limit: number,
  fits: (message: v.InferOutput<typeof fileMessageSchema>) => boolean,
): Promise<PostedFile | undefined> {
  for (const message of await newestMessages(host, room.id, limit)) {
    const parsed = v.safeParse(fileMessageSchema, message);
    if (parsed.success && fits(parsed.output)) {
      return { messageId: parsed.output.id, storedAt: parsed.output.createdAt };
    }
  }
  return undefined;
}
