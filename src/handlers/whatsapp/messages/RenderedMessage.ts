import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { Translate } from '../../core/translator';
import type { MediaContent, MessageContent } from '../webhook/MessageContent';

/** A file of a message that is not fetched yet. */
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

/** A WhatsApp message in readable form for the room. */
export interface RenderedMessage {
  /** Rocket.Chat Markdown, including a file's caption; empty only for a file without further text. */
  text: string;
  attachments?: IMessageAttachment[];
  media?: RenderedMedia;
}

type ContentOf<Type extends MessageContent['type']> = Type extends MediaContent['type']
  ? MediaContent
  : Extract<MessageContent, { type: Type }>;

/** Renders one kind of content in readable form. Pure. */
export type Renderer<Type extends MessageContent['type']> = (content: ContentOf<Type>, t: Translate) => RenderedMessage;
