import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';

/** Says something that only this user sees, in this room, until they reload. */
export async function notifyUser(
  host: Host,
  { user, room }: { user: IUser; room: IRoom },
  post: { text: string; blocks?: LayoutBlock[] },
): Promise<void> {
  const notifier = host.modify.getNotifier();
  const sender = await host.memory.appUser.get(host);
  const builder = notifier.getMessageBuilder().setRoom(room).setSender(sender).setText(post.text);
  if (post.blocks) {
    builder.setBlocks(post.blocks);
  }
  await notifier.notifyUser(user, builder.getMessage());
}
