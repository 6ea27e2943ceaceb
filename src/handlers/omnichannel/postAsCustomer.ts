import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../core/Host';
import type { FindPosted } from './postWhole';
import { postWhole } from './postWhole';

/** A customer's message as it is posted in the room. */
export interface CustomerPost {
  text: string;
  attachments?: IMessageAttachment[];
  /** For a late message: when it was written. Each part of a long text shows it. */
  writtenAt?: IMessageAttachment;
  /** Its time in the room, epoch milliseconds. */
  at: number;
  /** Remembered in this process, for messages that have to be moved. */
  wamid: string;
  /** Finds a text that may stand in the room already; what is found is not posted again. */
  findPosted?: FindPosted;
}

/**
 * Posts a message in the customer's name: one round trip. One that is too long for Rocket.Chat comes in several.
 *
 * @returns Rocket.Chat's id of the message
 */
export async function postAsCustomer(host: Host, room: IRoom, visitor: IVisitor, post: CustomerPost): Promise<string> {
  return postWhole(
    host,
    post.text,
    async (text, index) => {
      const own = index === 0 ? (post.attachments ?? []) : [];
      const attachments = post.writtenAt ? [...own, post.writtenAt] : own;
      return postOne(host, room, visitor, { ...post, text, attachments, at: post.at + index });
    },
    post.findPosted,
  );
}

async function postOne(host: Host, room: IRoom, visitor: IVisitor, post: CustomerPost): Promise<string> {
  const creator = host.modify.getCreator();
  // Rocket.Chat looks the room up by its id and reads nothing else of it; the whole of it, with agent, department and
  // contact, would cost more on the engine's wire than the message itself.
  // @ts-expect-error -- the accessor takes a room of which only id and type are told, its type does not say so
  const target: IRoom = { id: room.id, type: room.type };
  const builder = creator
    .startLivechatMessage()
    .setRoom(target)
    .setVisitor(visitor)
    .setToken(visitor.token)
    .setText(post.text);
  if (post.attachments?.length) {
    builder.setAttachments(post.attachments);
  }
  builder.setData({
    ...builder.getMessage(),
    createdAt: new Date(post.at),
  });
  const id = await creator.finish(builder);
  host.memory.posted.set(id, post.wamid);
  return id;
}
