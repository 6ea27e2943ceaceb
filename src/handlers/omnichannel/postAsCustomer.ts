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
  /** Cached in this process, for messages that have to be moved. */
  wamid: string;
  /** Finds a text that may be in the room already; a text that is found is not posted again. */
  findPosted?: FindPosted;
}

/**
 * Posts a message in the customer's name: one round trip. A text that is too long for Rocket.Chat is split into several
 * messages.
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
  // Rocket.Chat uses only the id of the room. Sending the whole room, with agent, department and contact, would cost
  // more than the message itself.
  // @ts-expect-error -- the accessor accepts a room with only id and type, although its type does not say so
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
