import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';

const roomSchema = v.object({
  source: v.object({ id: v.nullish(v.string()), type: v.nullish(v.string()) }),
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
 * rooms of other channels, other apps and our other numbers at the same time. Where it does not name the app, what we put
 * on the room ourselves has to do.
 *
 * @returns undefined for every room that is not ours
 */
export function readWhatsappRoom(room: IRoom | undefined, appId: string): WhatsappRoom | undefined {
  const parsed = v.safeParse(roomSchema, room);
  return parsed.success && isOurs(parsed.output, appId) ? parsed.output.customFields.whatsapp : undefined;
}

function isOurs({ source: { id, type } }: v.InferOutput<typeof roomSchema>, appId: string): boolean {
  return id ? id === appId : type === 'app';
}
