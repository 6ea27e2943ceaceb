import * as v from 'valibot';
import { ensureSetupRoom } from '../../handlers/omnichannel/ensureSetupRoom';
import type { Scene } from '../Scene';

/** Kept with the question, so that it is known again in whatever language it was asked. */
export const QUESTION_MARK = { whatsapp: { asks: 'account' } };

const questionSchema = v.object({ customFields: v.object({ whatsapp: v.object({ asks: v.literal('account') }) }) });

/** Rocket.Chat gives no more than this many messages at once. */
const MOST_MESSAGES = 100;

/**
 * Whether the question stands in the channel already: an earlier installation may have asked it, whose records went with
 * it. Its buttons are those of this installation, too.
 */
export async function isAsked({ host, user }: Scene): Promise<boolean> {
  const { room } = await ensureSetupRoom(host, user);
  const messages = await host.read.getRoomReader().getMessages(room.id, { limit: MOST_MESSAGES });
  return messages.some((message) => v.is(questionSchema, message));
}
