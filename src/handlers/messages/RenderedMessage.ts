import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';

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
