import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';

/** So much of a message is repeated on its failure card that an agent knows which one is meant. */
const LONGEST = 60;

/** The beginning of a text, or the name of the message's file where there is no text; never cut within a character. */
export function excerptOf(text: string, message?: Pick<IMessage, 'file'>): string {
  const characters = [...(text.trim() || (message?.file?.name ?? '')).replace(/\s+/gu, ' ').trim()];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}
