import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Host } from '../core/Host';
import { invisible } from '../whatsapp/markup/marks';
import type { FindPosted } from './postWhole';
import { postWhole } from './postWhole';

/** A message of the app's bot. The client shows the blocks if there are any; search and notifications use the text. */
export interface AppPost {
  text: string;
  blocks?: LayoutBlock[];
  attachments?: IMessageAttachment[];
  /** Its time in the room, epoch milliseconds, if Rocket.Chat allows it; the default is now. */
  at?: number;
  /**
   * Posts it silently: no unread mark, no notification, and it does not count as an answer. Rocket.Chat counts every
   * message that is not a visitor's as an agent's answer, and then counts the contact for the month's licence. Only
   * messages with an editor are exempt (`markRoomResponded.ts`, `isEditedMessage`), and the client shows a small pencil
   * on them.
   */
  quiet?: boolean;
  /** Finds a text that may be in the room already; a text that is found is not posted again. */
  findPosted?: FindPosted;
}

/**
 * Milliseconds. Rocket.Chat refuses messages of users and bots whose time is a minute off
 * (`error-message-ts-out-of-sync`), and notifies nobody of a visitor's message that is (notifyUsersOnMessage). This is
 * less, to leave time for the request.
 */
export const MOST_ASIDE = 50_000;

/**
 * Posts a message as the app's bot. The app's own listener ignores it, so it stays inside Rocket.Chat. A text that is
 * too long for Rocket.Chat is split into several messages.
 *
 * @returns its id
 */
export async function postAsApp(host: Host, room: IRoom, post: AppPost): Promise<string> {
  return postWhole(
    host,
    keepPlaceholders(post.text),
    async (text, index) => {
      const at = post.at === undefined ? undefined : post.at + index;
      return postOne(host, room, { ...post, text, at, ...(index === 0 ? {} : ONLY_TEXT) });
    },
    post.findPosted,
  );
}

/**
 * Rocket.Chat replaces `{{contact.name}}` and similar placeholders in messages that an app posts in a served
 * conversation (`BeforeSaveCannedResponse.ts`). The app's messages quote what the customer saw or wrote, so they must
 * stay unchanged.
 */
function keepPlaceholders(text: string): string {
  return text.replaceAll('{{', `{${invisible}{`);
}

const ONLY_TEXT = { blocks: undefined, attachments: undefined };

async function postOne(host: Host, room: IRoom, post: AppPost): Promise<string> {
  const creator = host.modify.getCreator();
  const sender = await host.memory.appUser.get(host);
  const builder = creator.startMessage().setRoom(room).setSender(sender).setText(post.text).setGroupable(false);
  if (post.blocks) {
    builder.setBlocks(post.blocks);
  }
  if (post.attachments) {
    builder.setAttachments(post.attachments);
  }
  if (post.at !== undefined && Math.abs(Date.now() - post.at) < MOST_ASIDE) {
    builder.setData({ ...builder.getMessage(), createdAt: new Date(post.at) });
  }
  if (post.quiet) {
    builder.setData({ ...builder.getMessage(), editor: sender, editedAt: new Date() });
  }
  return creator.finish(builder);
}

/** Replaces the text and the buttons of a card of the app in a room. */
export async function changeCard(
  host: Host,
  cardId: string,
  { text, blocks }: { text: string; blocks: LayoutBlock[] },
): Promise<void> {
  const appUser = await host.memory.appUser.get(host);
  const builder = await host.modify.getUpdater().message(cardId, appUser);
  builder.setText(keepPlaceholders(text)).setBlocks(blocks).setEditor(appUser);
  await host.modify.getUpdater().finish(builder);
}
