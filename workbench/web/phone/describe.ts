import type { PhoneMessage, WhatsappMessage } from '../simulator/documents/PhoneMessage';
import { pickText } from '../state/pick';

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

/** Whether a message is on the phone: one that failed never came, one that was only sent is not there yet. */
export type Arrival = 'there' | 'on its way' | 'failed';

const ARRIVALS: Readonly<Record<string, Arrival>> = { accepted: 'on its way', sent: 'on its way', failed: 'failed' };

/** Where a message stands, seen from the phone. */
export function arrivalOf({ direction, status }: PhoneMessage): Arrival {
  return direction === 'in' ? 'there' : (ARRIVALS[status] ?? 'there');
}

/** The type of WhatsApp message that carries a file of this MIME type when somebody attaches it. */
export function mediaTypeOf(mime: string): 'image' | 'video' | 'audio' | 'document' {
  const kind = mime.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}
