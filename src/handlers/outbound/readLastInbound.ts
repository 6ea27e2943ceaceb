import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';

const infoSchema = v.object({
  visitorChannelInfo: v.object({
    lastMessageTs: v.union([
      v.date(),
      v.pipe(
        v.union([v.string(), v.number()]),
        v.transform((at) => new Date(at)),
      ),
    ]),
  }),
});

/**
 * When the customer wrote last in this room, epoch milliseconds, as Rocket.Chat keeps it with the room.
 *
 * @returns undefined for a room in which they have not written; another one may hold the service window open
 */
export function readLastInbound(room: IRoom): number | undefined {
  const parsed = v.safeParse(infoSchema, room);
  const at = parsed.success ? parsed.output.visitorChannelInfo.lastMessageTs.getTime() : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
