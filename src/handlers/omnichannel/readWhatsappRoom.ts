import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';

const roomSchema = v.object({
  source: v.object({ id: v.string() }),
  customFields: v.object({ whatsapp: v.object({ number: v.string(), customer: v.string() }) }),
});

/** Whose conversation a room is. */
export interface WhatsappRoom {
  /** The digits of our number. */
  number: string;
  customer: string;
}

/**
 * Whether this app made the room, and for whom. The source alone does not tell the number: a visitor may have open
 * rooms of other channels, other apps and our other numbers at the same time.
 *
 * @returns undefined for every room that is not ours
 */
export function readWhatsappRoom(room: IRoom | undefined, appId: string): WhatsappRoom | undefined {
  const parsed = v.safeParse(roomSchema, room);
  return parsed.success && parsed.output.source.id === appId ? parsed.output.customFields.whatsapp : undefined;
}
