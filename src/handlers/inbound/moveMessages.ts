import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { storeByEngine } from '../media/storeByEngine';
import { weights } from '../media/weights';
import { newestMessages } from '../omnichannel/newestMessages';
import { postAsCustomer } from '../omnichannel/postAsCustomer';
import { visitorIn } from '../omnichannel/visitorIn';
import { visitorOf } from '../omnichannel/visitorOf';
import type { Conversation } from '../records/conversations';
import { replaceEntry } from '../records/entries';
import { findPostedLink } from './findPostedLink';

/** As far back as one round trip reaches. */
const FURTHEST = 100;

/**
 * Posts what a customer wrote in one room into another one: texts with their own times, files anew, because Rocket.Chat
 * keeps a file with its room.
 *
 * @param move `by` is the id of the visitor in the one room; `resumed` when it was begun before: what stands there already is then left out
 */
export async function moveMessages(
  host: Host,
  conversation: Conversation,
  { from, by, into, resumed }: { from: readonly IMessageRaw[]; by?: string; into: ILivechatRoom; resumed: boolean },
): Promise<void> {
  const own = from.filter(({ sender }) => sender._id === by);
  const there = resumed ? await signsIn(host, into) : [];
  for (const message of own) {
    if (!there.includes(signOf(message))) {
      await moveMessage(host, conversation, message, into);
    }
  }
}

async function signsIn(host: Host, room: ILivechatRoom): Promise<string[]> {
  return (await newestMessages(host, room.id, FURTHEST)).map(signOf);
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
  const post = { text, attachments, at: new Date(message.createdAt).getTime(), wamid: link?.wamid ?? '' };
  const stored = file && (await storeAnew(host, conversation, file, room));
  const messageId =
    stored ?? (text || attachments?.length ? await postAsCustomer(host, room, visitor, post) : undefined);
  if (link) {
    const moved = link.captionId === message.id ? { captionId: messageId } : { messageId };
    await replaceEntry(host, { ...link, roomId: room.id, ...moved });
  }
}

/**
 * @returns undefined where Rocket.Chat does not take it again, or the engine cannot carry it: its message is then moved
 *   with a link to the file
 */
async function storeAnew(
  host: Host,
  conversation: Conversation,
  { _id, name }: { _id: string; name: string },
  room: ILivechatRoom,
): Promise<string | undefined> {
  try {
    const uploads = host.read.getUploadReader();
    const size = Number((await uploads.getById(_id)).size);
    if (size > weights.mostByEngine) {
      throw new Error(`${size} bytes are too many for the engine`);
    }
    const bytes = await uploads.getBufferById(_id);
    return (await storeByEngine(host, { room, visitor: visitorOf(conversation) }, { bytes, name }))?.messageId;
  } catch (error) {
    host.logger.warn('A file could not be moved into its room, where a link to it stands instead:', String(error));
    return undefined;
  }
}

/** A text is known again by its time, which moves with it; a file by its name, as its time does not. */
function signOf({ text = '', createdAt, file }: IMessageRaw): string {
  return file ? `file ${file.name}` : `${new Date(createdAt).getTime()} ${text}`;
}
