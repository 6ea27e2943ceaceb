import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import { readWhatsappRoom } from './readWhatsappRoom';

const madeSchema = v.object({ source: v.object({ type: v.literal('app'), id: v.string() }) });

/** Whether Rocket.Chat itself made this room for a message of ours: it does not tell whose conversation it is. */
export function isBareRoom(room: IRoom | undefined, appId: string): boolean {
  const parsed = v.safeParse(madeSchema, room);
  return parsed.success && parsed.output.source.id === appId && !readWhatsappRoom(room, appId);
}
