import * as v from 'valibot';
import { ensureSetupRoom } from '../../handlers/omnichannel/setupRoom';
import { newestMessages } from '../../handlers/omnichannel/newestMessages';
import type { ActionId } from '../../handlers/interactions/ActionId';
import type { Scene } from '../Scene';

const ANSWER: ActionId = 'account-yes';

/** The question is known by its answer, in whatever language it was asked. */
const questionSchema = v.object({
  blocks: v.pipe(
    v.array(v.looseObject({ elements: v.optional(v.array(v.looseObject({ actionId: v.optional(v.string()) }))) })),
    v.check((blocks) => blocks.some(({ elements }) => elements?.some(({ actionId }) => actionId === ANSWER))),
  ),
});

/** Rocket.Chat gives no more than this many messages at once. */
const MOST_MESSAGES = 100;

/**
 * Whether the question stands in the channel already: an earlier installation may have asked it, whose records went with
 * it. Its buttons are those of this installation, too.
 */
export async function isAsked({ host, user }: Scene): Promise<boolean> {
  const { room } = await ensureSetupRoom(host, user);
  const messages = await newestMessages(host, room.id, MOST_MESSAGES);
  return messages.some((message) => v.is(questionSchema, message));
}
