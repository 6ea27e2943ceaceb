import type { IMessageAttachment, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { DAY, MINUTE, SECOND } from '../../core/durations';
import type { Host } from '../../core/Host';
import { minute } from '../../core/records/association';
import { findByMinute, findMessagesOfDay } from '../../core/records/entries';
import type { CustomerActivity } from '../../core/records/customerActivity';
import { translatorOf } from '../../core/translator';
import { newestMessages } from '../../omnichannel/newestMessages';
import { MOST_ASIDE } from '../../omnichannel/postAsApp';
import { findWrittenAt } from '../../whatsapp/messages/renderLate';

/** How far back to search for a message that was posted before a crash and not yet recorded. */
const MOST_MESSAGES = 100;

/** The message as it would be in the room. */
interface Posted {
  /** The id of the customer's visitor. */
  visitorId: string;
  text: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  /** The line under a late message, whose time in the room differs. */
  writtenAt?: IMessageAttachment;
  wamid: string;
  /** When its webhook came, epoch milliseconds. */
  receivedAt: number;
  /** The messages of other parts of the same text. */
  except?: readonly string[];
  /**
   * Our number and WhatsApp's id of the customer. With them a message that was placed behind another one is found as
   * well.
   */
  place?: Pick<CustomerActivity, 'number' | 'customer'>;
}

/**
 * Finds out whether a message is in the room already, and under which id. Called only for a webhook that was processed
 * before: a crash may have come between posting and recording the message. An app cannot mark its messages (custom
 * fields are off by default), so the customer, the text and WhatsApp's second identify them. Of several such messages,
 * it takes one that belongs to no other WhatsApp message.
 */
export async function findPosted(host: Host, room: IRoom, posted: Posted): Promise<string | undefined> {
  const [messages, t] = await Promise.all([newestMessages(host, room.id, MOST_MESSAGES), translatorOf(host)]);
  const alike = messages.filter(
    ({ id, sender, text, createdAt, attachments }) =>
      sender._id === posted.visitorId &&
      !posted.except?.includes(id) &&
      (text ?? '').trim() === posted.text.trim() &&
      (secondOf(timeOf({ createdAt })) === secondOf(posted.at) ||
        (posted.writtenAt !== undefined &&
          attachments?.some((each) => each.text === posted.writtenAt?.text) === true) ||
        (posted.place !== undefined &&
          findWrittenAt(attachments, t) === undefined &&
          mayStandBehind(timeOf({ createdAt }), posted))),
  );
  if (alike.length === 0) {
    return undefined;
  }
  const { wamid, receivedAt, place } = posted;
  const [ofMinutes, ofDays] = await Promise.all([
    messagesOfOthers(host, wamid, [receivedAt, receivedAt + MINUTE]),
    place ? messagesOfDays(host, place, alike.map(timeOf)) : [],
  ]);
  const others = new Set([...ofMinutes, ...ofDays.flatMap((each) => (each.wamid === wamid ? [] : each.ids))]);
  const found = alike.find(({ id }) => !others.has(id) && !isKnownOther(host, wamid, id));
  if (found) {
    host.memory.posted.set(found.id, posted.wamid);
  }
  return found?.id;
}

/** The messages that the customer wrote on the days of these moments (epoch milliseconds): one round trip for each day. */
async function messagesOfDays(
  host: Host,
  place: Pick<CustomerActivity, 'number' | 'customer'>,
  moments: readonly number[],
) {
  const days = new Set(moments.flatMap((at) => [at - MINUTE, at]).map((at) => at - (at % DAY)));
  return (await Promise.all([...days].map((at) => findMessagesOfDay(host, { ...place, at })))).flat();
}

/**
 * Whether a message may have been placed right after a file or a late message, where `TimesInRoom` puts messages that
 * come in time.
 */
function mayStandBehind(standsAt: number, { at }: Posted): boolean {
  return standsAt > at && standsAt - at < MOST_ASIDE + SECOND;
}

function timeOf({ createdAt }: Pick<IMessageRaw, 'createdAt'>): number {
  return new Date(createdAt).getTime();
}

function secondOf(at: number): number {
  return Math.floor(at / SECOND);
}

/**
 * Rocket.Chat's ids of messages that belong to other WhatsApp messages, from the records of the minutes of these
 * moments (epoch milliseconds). Each minute costs one round trip; ids that this process knows cost none.
 */
export async function messagesOfOthers(host: Host, wamid: string, moments: readonly number[]): Promise<Set<string>> {
  const minutes = new Set(moments.map((at) => minute(at)));
  const entries = await Promise.all([...minutes].map((each) => findByMinute(host, each)));
  return new Set(
    entries.flat().flatMap((entry) => {
      if (entry.wamid === wamid) {
        return [];
      }
      const { messageId, captionId } = entry.kind === 'note' ? entry.changes : entry.kind === 'link' ? entry : {};
      return [messageId, captionId].filter((id) => id !== undefined);
    }),
  );
}

/** Whether this process has posted a message for another WhatsApp message. */
export function isKnownOther(host: Host, wamid: string, messageId: string): boolean {
  return (host.memory.posted.get(messageId) ?? wamid) !== wamid;
}
