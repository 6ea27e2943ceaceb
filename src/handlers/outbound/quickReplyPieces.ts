import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { createHash } from 'crypto';
import type { Host } from '../Host';
import { translatorOf } from '../translation/translatorOf';
import { markdownToWhatsApp } from '../whatsapp/markup/markdownToWhatsApp';
import { offerOf } from '../whatsapp/quickReplies';
import type { Piece } from './Piece';
import type { Question } from './readQuickReplies';
import { textOfAttachment } from './textOfAttachment';
import { namesIn } from './textOfMessage';
import { textPieces } from './textPieces';

/** What a message with quick replies becomes on WhatsApp: texts, then buttons, a list or one link. */
export async function* quickReplyPieces(
  host: Host,
  message: IMessage,
  { text, replies }: Question,
): AsyncGenerator<Piece> {
  const { settings } = host.memory;
  const t = await translatorOf(host);
  const said = [text, ...(message.attachments ?? []).map(textOfAttachment)]
    .filter((line) => line.trim() !== '')
    .join('\n');
  const { texts, interactive, options, isNumbered } = offerOf(markdownToWhatsApp(said, namesIn(message)), replies, {
    allowLists: await settings.get('allowListOptions'),
    listLabel: await settings.get('listButtonLabel'),
    prompt: t('delivery:chooseOption'),
  });
  const pieces = texts.flatMap((body) => textPieces(body));
  const last = pieces.at(-1);
  yield* isNumbered && last ? [...pieces.slice(0, -1), { ...last, options, isNumbered }] : pieces;
  if (interactive) {
    const id = `quick replies ${createHash('sha256').update(JSON.stringify(interactive)).digest('hex').slice(0, 16)}`;
    yield { id, hasFile: false, options, content: () => Promise.resolve({ type: 'interactive', interactive }) };
  }
}
