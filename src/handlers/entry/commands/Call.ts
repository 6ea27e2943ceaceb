import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Scene } from '../../../flows/Flow';
import { notifyUser } from '../../omnichannel/notifyUser';

/** A typed command. */
export interface Call {
  scene: Scene;
  /** Opens a view; '' where the client gave none. */
  triggerId: string;
  /** The text after the sub-command. */
  words: string[];
}

/** Answers a command so that only the one who typed it sees it. */
export async function sayBlocks({ host, user, room }: Scene, text: string, blocks: LayoutBlock[]): Promise<void> {
  if (room) {
    await notifyUser(host, { user, room }, { text, blocks });
  }
}
