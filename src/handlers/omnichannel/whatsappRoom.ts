import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import { readUsername } from './visitor';

const text = v.nullish(v.string());

const roomSchema = v.object({
  source: v.object({ id: text, type: text, destination: text, label: text }),
  visitor: v.nullish(v.object({ username: text, phone: v.nullish(v.array(v.object({ phoneNumber: text }))) })),
});

const fieldsSchema = v.object({
  customFields: v.object({ whatsapp: v.object({ number: v.string(), customer: v.string() }) }),
});

/** The number and the customer of a room. */
export interface WhatsappRoom {
  /** The digits of our number. */
  number: string;
  customer: string;
}

/**
 * Finds out whether this app created a room, and for which number and customer. The source alone does not identify the
 * number, because a visitor may have open rooms of other channels, apps and numbers at the same time. If the source
 * does not name the app, the fields that the app stored on the room decide; without those, the room's address and
 * visitor.
 *
 * @returns undefined for every other room
 */
export function readWhatsappRoom(room: IRoom | undefined, appId: string): WhatsappRoom | undefined {
  const parsed = v.safeParse(roomSchema, room);
  const { id, type } = parsed.success ? parsed.output.source : {};
  if (!parsed.success || (id ? id !== appId : type !== 'app')) {
    return undefined;
  }
  const fields = v.safeParse(fieldsSchema, room);
  if (fields.success) {
    return fields.output.customFields.whatsapp;
  }
  return id ? readFacts(parsed.output) : undefined;
}

/** The fields that createRoom and createVisitor stored. A room that Rocket.Chat created by itself has no address. */
function readFacts({ source, visitor }: v.InferOutput<typeof roomSchema>): WhatsappRoom | undefined {
  const number = digitsOf(source.destination ?? source.label);
  const customer = digitsOf(visitor?.phone?.[0]?.phoneNumber) || readUsername(visitor?.username ?? '');
  return number && customer ? { number, customer } : undefined;
}

/** Parses the phone without the mark that may follow it (`showPhone.ts`). */
function digitsOf(phone: string | null | undefined): string {
  return (phone?.split(' (')[0] ?? '').replace(/\D/g, '');
}

const madeSchema = v.object({ source: v.object({ type: v.literal('app'), id: v.string() }) });

/**
 * Whether Rocket.Chat itself created this room for a message of the app. Such a room does not name its conversation.
 */
export function isBareRoom(room: IRoom | undefined, appId: string): boolean {
  const parsed = v.safeParse(madeSchema, room);
  return parsed.success && parsed.output.source.id === appId && !readWhatsappRoom(room, appId);
}

/** The fields of a new room by which the app recognises it later. */
export function whatsappRoomFields(whatsapp: WhatsappRoom): ILivechatRoom['customFields'] {
  return { whatsapp: { ...whatsapp } };
}
