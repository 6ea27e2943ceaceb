import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { isClosed } from '../omnichannel/isClosed';
import { postNotice } from './postNotice';
import { findByAbout } from '../records/entries';
import { translatorOf } from '../translation/translatorOf';
import { excerptOf } from './excerptOf';

/**
 * Tells the agents that the customer does not see what was done to a message that WhatsApp has taken: once a message and
 * deed. One that was not sent is none of the customer's, and in a closed conversation nobody reads it.
 *
 * @param key of the sentence, with `excerpt`
 */
export async function sayUnseen(host: Host, message: IMessage, key: string): Promise<void> {
  const { id: botId } = await host.memory.appUser.get(host);
  if (message.sender.id === botId || isClosed(message.room)) {
    return;
  }
  const deed = `${key} ${message.id ?? ''}`;
  await host.memory.turns.take(deed, async () => {
    if (!host.memory.saidUnseen.get(deed) && (await isSent(host, message))) {
      host.memory.saidUnseen.set(deed, true);
      const t = await translatorOf(host);
      await postNotice(host, message.room, { text: t(key, { excerpt: excerptOf(message.text ?? '', message) }) });
    }
  });
}

async function isSent(host: Host, { id = '' }: IMessage): Promise<boolean> {
  return (await findByAbout(host, id)).some((entry) => entry.kind === 'link' && entry.delivery !== 'failed');
}
