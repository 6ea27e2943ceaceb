import type { MediaContent } from '../webhook/MessageContent';
import { whatsAppToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import type { RenderedMessage } from './RenderedMessage';

/** A file, with its caption as the text. */
export function renderMedia(content: MediaContent): RenderedMessage {
  const { type, isVoice, caption, id, url, mimeType, sha256, filename } = content;
  const text = caption === undefined ? undefined : whatsAppToMarkdown(caption);
  const kind = type === 'audio' && isVoice ? 'voice' : type;
  return { text: text ?? '', media: { id, url, kind, mimeType, sha256, filename, caption: text } };
}
