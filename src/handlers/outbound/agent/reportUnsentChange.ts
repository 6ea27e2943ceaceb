import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { createHash } from 'crypto';
import type { Host } from '../../core/Host';
import { isClosed } from '../../omnichannel/findOpenRoom';
import { findByAbout, noteOn } from '../../core/records/entries';
import type { LinkEntry } from '../../core/records/Entry';
import { translatorOf } from '../../core/translator';
import { excerptOf } from '../pieces/textOfMessage';
import { postNotice } from '../postNotice';

/**
 * Tells the agents that the customer does not see a change to a sent message: once for each message and kind of change,
 * even after a restart. Nothing is reported for a message that was not sent, for an edit that leaves the sent words
 * unchanged, and in a closed conversation.
 *
 * @param key of the sentence, with `excerpt`
 */
export async function reportUnsentChange(
  host: Host,
  message: IMessage,
  key: 'delivery:editUnseen' | 'delivery:deletionUnseen',
): Promise<void> {
  const { id: botId } = await host.memory.appUser.get(host);
  if (message.sender.id === botId || isClosed(message.room)) {
    return;
  }
  const deed = `${key} ${message.id ?? ''}`;
  await host.memory.locks.run(deed, async () => {
    const links = host.memory.reportedChanges.get(deed) ? [] : await sentLinks(host, message);
    const [first] = links;
    const isSame = key === 'delivery:editUnseen' && links.every(({ words }) => words === wordsOf(message));
    if (!first || isSame || links.some(({ unseenTold }) => unseenTold === key)) {
      return;
    }
    host.memory.reportedChanges.set(deed, true);
    const t = await translatorOf(host);
    await postNotice(host, message.room, { text: t(key, { excerpt: excerptOf(message.text ?? '', message) }) });
    await noteOn(host, first, { unseenTold: key });
  });
}

/** A normalised form of a message's text and of the texts of its files. */
export function wordsOf({ text, attachments = [] }: Pick<IMessage, 'text' | 'attachments'>): string {
  const words = [text ?? '', ...attachments.map(({ description }) => description ?? '')];
  return createHash('sha256').update(words.join('\n').trim()).digest('hex').slice(0, 16);
}

async function sentLinks(host: Host, { id = '' }: IMessage): Promise<LinkEntry[]> {
  const entries = await findByAbout(host, id);
  return entries.filter((entry) => entry.kind === 'link').filter(({ delivery }) => delivery !== 'failed');
}
