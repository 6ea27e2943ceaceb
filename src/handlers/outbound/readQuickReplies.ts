import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import type { QuickReply } from '../whatsapp/quickReplies';
import { textOfBlocks } from './textOfBlocks';

const text = v.nullish(v.string());

const buttonSchema = v.object({
  type: v.literal('button'),
  text: v.object({ text: v.pipe(v.string(), v.trim(), v.nonEmpty()) }),
  value: text,
  url: text,
  appId: text,
  blockId: text,
  actionId: text,
});

const blockSchema = v.object({
  type: text,
  appId: text,
  blockId: text,
  elements: v.fallback(v.array(v.unknown()), []),
  accessory: v.optional(v.unknown()),
});

/** A message that offers quick replies. */
export interface Question {
  /** Markdown; '' where the message has nothing but buttons. */
  text: string;
  replies: QuickReply[];
}

/** The buttons of a message's UIKit blocks, and what is said besides; undefined for a message without any. */
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
