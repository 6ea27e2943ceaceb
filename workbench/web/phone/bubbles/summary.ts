import type { WhatsappMessage } from '../../simulator/documents/PhoneMessage';
import { pickText } from '../../state/pick';

const SIGNS: Readonly<Record<string, string>> = {
  image: '📷',
  video: '🎥',
  audio: '🎤',
  voice: '🎤',
  document: '📄',
  sticker: '💟',
  location: '📍',
  contacts: '👤',
  order: '🛒',
};

/** A message in one line, for quotes and lists. */
export function summary(message: WhatsappMessage): string {
  const { type } = message;
  const said =
    pickText(message, 'text', 'body') ??
    pickText(message, type, 'caption') ??
    pickText(message, 'interactive', 'body', 'text') ??
    pickText(message, 'interactive', 'button_reply', 'title') ??
    pickText(message, 'interactive', 'list_reply', 'title') ??
    pickText(message, 'button', 'text') ??
    pickText(message, 'document', 'filename') ??
    pickText(message, 'location', 'name') ??
    pickText(message, 'contacts', 0, 'name', 'formatted_name') ??
    pickText(message, 'template', 'name');
  return [SIGNS[type], said ?? (type in SIGNS ? type : `[${type}]`)].filter(Boolean).join(' ');
}
