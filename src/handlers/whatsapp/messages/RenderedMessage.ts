import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { Translate } from '../../core/translator';
import type { MediaContent, MessageContent } from '../webhook/MessageContent';

/** A file of a message, still to be fetched. */
export interface RenderedMedia {
  /** Meta's id of the file. */
  id: string;
  /** A signed address that lives five minutes. */
  url?: string;
  kind: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';
  mimeType?: string;
  sha256?: string;
  filename?: string;
  /** Rocket.Chat Markdown. */
  caption?: string;
}

/** A WhatsApp message as a person reads it in the room. */
export interface RenderedMessage {
  /** Rocket.Chat Markdown, with the caption of a file; empty only when the file says it all. */
  text: string;
  attachments?: IMessageAttachment[];
  media?: RenderedMedia;
}

type ContentOf<Type extends MessageContent['type']> = Type extends MediaContent['type']
  ? MediaContent
  : Extract<MessageContent, { type: Type }>;

/** Writes one kind of content as a person reads it. Pure. */
export type Renderer<Type extends MessageContent['type']> = (content: ContentOf<Type>, t: Translate) => RenderedMessage;
