import type { IMessage, IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import type { Names } from '../../whatsapp/markup/markdownTokens';

/** Characters of a message that a card or a line repeats, so that an agent recognises the message. */
const EXCERPT_LENGTH = 60;

/**
 * The whole text of a message without files, in Markdown: its text, or else the text of its blocks (a bot's answer may
 * have only blocks), and its attachments. Quotes are left out.
 */
export function textOfMessage({ text, blocks, attachments }: IMessage): string {
  const said = text?.trim() ? text : textOfBlocks(blocks ?? []);
  return [said, ...(attachments ?? []).map(textOfAttachment)].filter(Boolean).join('\n');
}

/** The engine's type lacks them; servers pass them among the unmapped properties. */
const mentionsSchema = v.fallback(
  v.object({
    _unmappedProperties_: v.object({
      mentions: v.array(v.object({ username: v.optional(v.string()), name: v.optional(v.string()) })),
    }),
  }),
  { _unmappedProperties_: { mentions: [] } },
);

/** The display names of mentioned users: a customer does not know their usernames. */
export function namesIn(message: IMessage): Names {
  const { mentions } = v.parse(mentionsSchema, message)._unmappedProperties_;
  return { user: (wanted) => mentions.find(({ username, name }) => username === wanted && name?.trim())?.name };
}

const textSchema = v.object({ text: v.string() });
const optionSchema = v.object({ text: textSchema });

/** The readable text of a block. For buttons it is their labels. */
const blockSchema = v.object({
  text: v.fallback(v.optional(textSchema), undefined),
  fields: v.fallback(v.optional(v.array(textSchema)), undefined),
  elements: v.fallback(v.optional(v.array(v.fallback(v.union([optionSchema, textSchema]), { text: '' }))), undefined),
});

/** The text of UIKit blocks in Markdown: sections and contexts unchanged, and each button as a line of a list. */
export function textOfBlocks(blocks: readonly unknown[]): string {
  return blocks
    .flatMap((block) => {
      const parsed = v.safeParse(blockSchema, block);
      return parsed.success ? linesOf(parsed.output) : [];
    })
    .filter((line) => line.trim())
    .join('\n');
}

function linesOf({ text: said, fields = [], elements = [] }: v.InferOutput<typeof blockSchema>): string[] {
  const offered = elements.map((element) =>
    typeof element.text === 'string' ? element.text : `- ${element.text.text}`,
  );
  return [said?.text ?? '', ...fields.map((field) => field.text), ...offered];
}

/**
 * The text of a bot's or an integration's attachment, line by line; '' for a quote, which Rocket.Chat itself attached.
 */
export function textOfAttachment({ title, text, fields, imageUrl, timestampLink }: IMessageAttachment): string {
  if (timestampLink) {
    return '';
  }
  const rows = (fields ?? []).map((field) => `${field.title}: ${field.value}`);
  const links = [title?.link, imageUrl].filter((link) => link?.startsWith('http'));
  return [title?.value, text, ...rows, ...links].filter((line) => line?.trim()).join('\n');
}

/** The beginning of a text, or the name of the message's file when there is no text; never cut within a character. */
export function excerptOf(text: string, message?: Pick<IMessage, 'file'>): string {
  const characters = [...(text.trim() || (message?.file?.name ?? '')).replace(/\s+/gu, ' ').trim()];
  return characters.length > EXCERPT_LENGTH
    ? `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`
    : characters.join('');
}
