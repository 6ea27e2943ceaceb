import * as v from 'valibot';
import type { Message } from '../../documents/Message';
import { readOne } from '../../documents/readDocument';
import { isSameDay } from '../../state/format';
import { pickText } from '../../state/pick';

const GROUPING_MS = 300_000;

/** Whether a message follows another of the same person so closely that name and picture are left out. */
export function isSequential(before: Message, message: Message): boolean {
  return (
    before.t === undefined &&
    message.t === undefined &&
    before.u._id === message.u._id &&
    before.alias === message.alias &&
    before.private === message.private &&
    message.groupable !== false &&
    isSameDay(before.ts, message.ts) &&
    Date.parse(message.ts) - Date.parse(before.ts) < GROUPING_MS
  );
}

/** Types that mark a message of a person, not one of the system. */
const ORDINARY = new Set(['e2e', 'discussion-created', 'rtc']);

/** Whether a message was written by the system. An unknown type with a text of its own is an ordinary message. */
export function isSystemMessage({ t, msg }: Message): boolean {
  return t !== undefined && !ORDINARY.has(t) && (t in systemTexts || msg === '');
}

type Tell = (message: Message) => string;

const name = (value: unknown): string => pickText(value, 'name') ?? pickText(value, 'username') ?? '';

const transfer: Tell = ({ transferData = {}, u }) => {
  const by = name(transferData['transferredBy']) || u.username;
  const to = name(transferData['transferredTo']) || name(transferData['nextDepartment']);
  return to ? `${by} forwarded the chat to ${to}` : `${by} returned the chat to the queue`;
};

/** The text of system messages, by their type. */
export const systemTexts: Readonly<Record<string, Tell>> = {
  uj: () => 'joined the channel',
  ujt: () => 'joined the team',
  ul: () => 'left the channel',
  au: ({ msg }) => `added ${msg}`,
  'added-user-to-team': ({ msg }) => `added ${msg}`,
  ru: ({ msg }) => `removed ${msg}`,
  r: ({ msg }) => `changed the room's name to ${msg}`,
  rm: () => 'Message removed',
  wm: ({ msg }) => `Welcome ${msg}`,
  'room-archived': () => 'This room has been archived',
  'room-unarchived': () => 'This room has been unarchived',
  room_changed_topic: ({ msg }) => `changed the topic to ${msg}`,
  room_changed_description: ({ msg }) => `changed the description to ${msg}`,
  room_changed_announcement: ({ msg }) => `changed the announcement to ${msg}`,
  room_changed_privacy: ({ msg }) => `changed the room type to ${msg}`,
  message_pinned: () => 'pinned a message',
  'subscription-role-added': ({ msg, role }) => `set ${msg} as ${role ?? ''}`,
  'subscription-role-removed': ({ msg, role }) => `removed ${role ?? ''} from ${msg}`,
  'livechat-started': () => 'Chat started',
  'livechat-close': ({ msg, comment }) => `Conversation closed: ${comment ?? msg}`,
  livechat_navigation_history: ({ msg }) => msg,
  livechat_transfer_history: transfer,
  livechat_transcript_history: ({ msg }) => msg,
  livechat_webrtc_video_call: () => 'Video call',
  command: ({ msg }) => (msg === 'connected' ? 'Chat was taken' : msg),
  omnichannel_placed_chat_on_hold: ({ comment }) => `Chat on hold: ${comment ?? ''}`,
  omnichannel_on_hold_chat_resumed: ({ comment }) => `On-hold chat resumed: ${comment ?? ''}`,
  omnichannel_priority_change_history: ({ msg }) => msg,
};

const Delivered = v.object({
  whatsapp: v.object({ status: v.picklist(['accepted', 'sent', 'delivered', 'read', 'played', 'failed']) }),
});

/** The delivery that the app has noted on a message, if it has. */
export function deliveryOf(message: Message): Delivery | undefined {
  return readOne(Delivered, message.customFields)?.whatsapp.status;
}

/** How far a message got on its way to a customer's phone. */
export type Delivery = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';
