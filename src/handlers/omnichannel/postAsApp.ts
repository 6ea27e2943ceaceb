import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../Host';

/** What the app's bot says: the client shows the blocks where there are some, search and notifications use the text. */
export interface AppPost {
  text: string;
  blocks?: LayoutBlock[];
  /** Its time in the room, epoch milliseconds, where Rocket.Chat allows it; else now. */
  at?: number;
}

/** Rocket.Chat refuses users' and bots' messages that are a minute aside (`error-message-ts-out-of-sync`). */
const MOST_ASIDE = 50_000;

/** Posts a message as the app's bot. Our own listener leaves it alone: it stays inside Rocket.Chat. @returns its id */
export async function postAsApp(host: Host, room: IRoom, post: AppPost): Promise<string> {
  const creator = host.modify.getCreator();
  const sender = await host.memory.appUser.get(host);
  const builder = creator.startMessage().setRoom(room).setSender(sender).setText(post.text).setGroupable(false);
  if (post.blocks) {
    builder.setBlocks(post.blocks);
  }
  if (post.at !== undefined && Math.abs(Date.now() - post.at) < MOST_ASIDE) {
    builder.setData({ ...builder.getMessage(), createdAt: new Date(post.at) });
  }
  return creator.finish(builder);
}
