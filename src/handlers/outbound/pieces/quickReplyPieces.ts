import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { createHash } from 'crypto';
import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import { markdownToWhatsApp } from '../../whatsapp/markup/markdownToWhatsApp';
import type { QuickReply } from '../../whatsapp/quickReplies';
import { offerOf } from '../../whatsapp/quickReplies';
import type { Piece } from '../Outgoing';
import { namesIn, textOfAttachment, textOfBlocks } from './textOfMessage';
import { textPieces } from './textPieces';

const optionalText = v.nullish(v.string());

const buttonSchema = v.object({
  type: v.literal('button'),
  text: v.object({ text: v.pipe(v.string(), v.trim(), v.nonEmpty()) }),
  value: optionalText,
  url: optionalText,
  appId: optionalText,
  blockId: optionalText,
  actionId: optionalText,
});

const blockSchema = v.object({
  type: optionalText,
  appId: optionalText,
  blockId: optionalText,
  elements: v.fallback(v.array(v.unknown()), []),
  accessory: v.optional(v.unknown()),
});

/** A message that offers quick replies. */
interface Question {
  /** Markdown; '' when the message has only buttons. */
  text: string;
  replies: QuickReply[];
}

/** The buttons of a message's UIKit blocks, and its other text; undefined for a message without buttons. */
export function readQuickReplies({ text: said, blocks = [] }: Pick<IMessage, 'text' | 'blocks'>): Question | undefined {
  const list: readonly unknown[] = blocks;
  const replies = list.flatMap(buttonsOf);
  const rest = list.filter((block) => !v.is(v.looseObject({ type: v.literal('actions') }), block));
  return replies.length > 0 ? { text: said?.trim() ? said : textOfBlocks(rest), replies } : undefined;
}

function buttonsOf(block: unknown): QuickReply[] {
  const parsed = v.safeParse(blockSchema, block);
  if (!parsed.success) {
    return [];
  }
  const { elements, accessory, appId, blockId } = parsed.output;
  return [...elements, accessory].flatMap((element) => {
    const button = v.safeParse(buttonSchema, element);
    if (!button.success) {
      return [];
    }
    const { text: label, value, url, actionId, ...own } = button.output;
    return {
      title: label.text,
      value: value || undefined,
      url: url || undefined,
      appId: own.appId ?? appId ?? undefined,
      blockId: own.blockId ?? blockId ?? undefined,
      actionId: actionId ?? undefined,
    };
  });
}

/** The parts of a message with quick replies: texts, then buttons, a list or one link. */
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
  const all = isNumbered && last ? [...pieces.slice(0, -1), { ...last, options, isNumbered }] : pieces;
  yield* all.map((piece, at) => ({ ...piece, isFollowed: at < all.length - 1 || Boolean(interactive) }));
  if (interactive) {
    const id = `quick replies ${createHash('sha256').update(JSON.stringify(interactive)).digest('hex').slice(0, 16)}`;
    yield { id, hasFile: false, options, content: () => Promise.resolve({ type: 'interactive', interactive }) };
  }
}
