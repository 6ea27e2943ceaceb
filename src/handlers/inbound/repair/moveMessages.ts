import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessageAttachment, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import { findByWamid, noteOn } from '../../core/records/entries';
import type { LinkEntry } from '../../core/records/Entry';
import { weights } from '../../core/sandbox';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import type { PostedFile } from '../../omnichannel/files/findFile';
import { storeByEngine } from '../../omnichannel/files/storeByEngine';
import { newestMessages } from '../../omnichannel/newestMessages';
import { MOST_ASIDE } from '../../omnichannel/postAsApp';
import { postAsCustomer } from '../../omnichannel/postAsCustomer';
import { visitorIn, visitorOf } from '../../omnichannel/visitor';
import { findWrittenAt, renderWrittenAt } from '../../whatsapp/messages/renderLate';
import { placeInTime } from '../messages/placeInTime';

/** The messages that one round trip returns. */
const FURTHEST = 100;

/**
 * Posts a customer's messages of one room in another one. Texts keep their times. Files are stored again, because
 * Rocket.Chat keeps a file with its room. Messages that are late by now are posted at the current time, with their own
 * time below, so that they are noticed.
 *
 * @param move `by` is the id of the visitor in the first room; `resumed` when an earlier attempt was interrupted:
 * messages that were already moved are then skipped
 */
export async function moveMessages(
  host: Host,
  conversation: Conversation,
  { from, by, into, resumed }: { from: readonly IMessageRaw[]; by?: string; into: ILivechatRoom; resumed: boolean },
): Promise<void> {
  const own = from.filter(({ sender }) => sender._id === by);
  const t = await translatorOf(host);
  const there = resumed ? (await newestMessages(host, into.id, FURTHEST)).map((each) => signsOf(each, t)) : [];
  for (const message of own) {
    const signs = signsOf(message, t);
    const index = there.findIndex((each) => each.some((sign) => signs.includes(sign)));
    if (index >= 0) {
      // Each found message counts once: the customer may have written the same words twice in a second.
      there.splice(index, 1);
    } else {
      await moveMessage(host, conversation, message, into);
    }
  }
}

async function moveMessage(
  host: Host,
  conversation: Conversation,
  message: IMessageRaw,
  room: ILivechatRoom,
): Promise<void> {
  const link = await findPostedLink(host, message.id);
  const visitor = visitorIn(room, conversation);
  const { text = '', file } = message;
  const attachments = message.attachments?.filter(({ timestampLink }) => !timestampLink);
  const { at, writtenAt } = await placeNow(host, conversation, message);
  const key = conversationKey(conversation.number, conversation.customer);
  const stored = file && (await storeAnew(host, conversation, file, room));
  const { timesInRoom } = host.memory;
  if (stored) {
    timesInRoom.note(key, at, stored.storedAt);
  }
  const placedAt = stored
    ? timesInRoom.caption(key, at, stored.storedAt)
    : timesInRoom[writtenAt ? 'after' : 'between'](key, at);
  const post = { text, attachments, writtenAt, at: placedAt, wamid: link?.wamid ?? '' };
  if (stored && writtenAt && !link?.captionId) {
    // Only a caption could name the time: nothing can be added below a file.
    await postAsCustomer(host, room, visitor, { ...post, text: '', attachments: undefined });
  }
  const isSaid = !stored && (text !== '' || attachments?.length);
  const messageId = isSaid ? await postAsCustomer(host, room, visitor, post) : stored?.messageId;
  if (link) {
    const moved = link.captionId === message.id ? { captionId: messageId } : { messageId };
    await noteOn(host, link, { roomId: room.id, ...moved });
  }
}

/**
 * The position of a message in its new room: at its own time, or, if it is late by now, at the current time with its
 * own time below.
 */
async function placeNow(
  host: Host,
  { number, customer }: Conversation,
  message: IMessageRaw,
): Promise<{ at: number; writtenAt?: IMessageAttachment }> {
  const [own, now] = [timeOf(message), Date.now()];
  if (now - own <= MOST_ASIDE) {
    return { at: own };
  }
  const t = await translatorOf(host);
  const at = placeInTime(host.memory.lastPlaced, conversationKey(number, customer), now);
  return { at, writtenAt: findWrittenAt(message.attachments, t) ? undefined : renderWrittenAt(own, t) };
}

/**
 * @returns undefined when Rocket.Chat does not accept the file again, or the engine cannot carry it; the message is
 * then moved with a link to the file
 */
async function storeAnew(
  host: Host,
  conversation: Conversation,
  { _id, name }: { _id: string; name: string },
  room: ILivechatRoom,
): Promise<PostedFile | undefined> {
  try {
    const uploads = host.read.getUploadReader();
    const upload = await uploads.getById(_id);
    const size = Number(upload.size);
    if (size > weights.mostByEngine) {
      throw new Error(`${size} bytes are too many for the engine`);
    }
    const bytes = await uploads.getBuffer(upload);
    return await storeByEngine(host, { room, visitor: visitorOf(conversation) }, { bytes, name });
  } catch (error) {
    host.logger.warn('A file could not be moved into its room, where a link to it stands instead:', String(error));
    return undefined;
  }
}

/**
 * What identifies a message in its new room: a text by its time, which moves with it or is written below it, a file by
 * its name.
 */
function signsOf(message: IMessageRaw, t: Translate): string[] {
  const { text = '', file, attachments } = message;
  const said = findWrittenAt(attachments, t) ?? renderWrittenAt(timeOf(message), t);
  return file ? [`file ${file.name}`] : [`${timeOf(message)} ${text}`, `${said.text ?? ''} ${text}`];
}

function timeOf({ createdAt }: IMessageRaw): number {
  return new Date(createdAt).getTime();
}

/** The link of a customer's message that this process posted. Messages of other instances are not known. */
export async function findPostedLink(host: Host, messageId: string): Promise<LinkEntry | undefined> {
  const wamid = host.memory.posted.get(messageId);
  return wamid ? (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link') : undefined;
}
