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
  /** Its time in the room, epoch milliseconds, where Rocket.Chat allows it; else now. */
  at?: number;
  /**
   * Stands in the room without being news: no unread mark, no notification, and above all no answer. Rocket.Chat counts
   * whatever is no visitor's as an agent's answer, and with it the contact for the month's licence; only what carries an
   * editor is left out (`markRoomResponded.ts`, `isEditedMessage`). The client shows a small pencil.
   */
  quiet?: boolean;
  /** Finds a text that may stand in the room already; what is found is not said again. */
  findPosted?: FindPosted;
}

/**
 * Milliseconds. Rocket.Chat refuses users' and bots' messages that are a minute aside (`error-message-ts-out-of-sync`), and
 * tells nobody of a visitor's: no unread mark, no notification (notifyUsersOnMessage). Less, for the way there.
 */
export const MOST_ASIDE = 50_000;

/**
 * Posts a message as the app's bot. Our own listener leaves it alone: it stays inside Rocket.Chat. One that is too long
 * for Rocket.Chat comes in several.
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
 * Rocket.Chat fills `{{contact.name}}` and the like in whatever an app posts into a conversation that is served
 * (`BeforeSaveCannedResponse.ts`). What stands in our posts is what the customer saw, or was called, or wrote.
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

/** Puts another text and other buttons into a card of the app's that stands in a room. */
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
