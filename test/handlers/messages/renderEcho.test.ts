import { renderEcho } from '../../../src/handlers/messages/renderEcho';
import { english } from './support/english';

const text = { type: 'text', body: 'Coming' } as const;

test.each([
  [{ type: 'message', content: text } as const, '📱 Sent from the WhatsApp app on a phone: Coming'],
  [
    { type: 'message', content: { type: 'image', id: '1', caption: 'Our shop' } } as const,
    '📱 Sent from the WhatsApp app on a phone: Photo: Our shop',
  ],
  [
    { type: 'message', content: { type: 'image', id: '1' } } as const,
    '📱 Sent from the WhatsApp app on a phone: Photo',
  ],
  [
    { type: 'edit', target: 'w', content: text } as const,
    '📱 Edited in the WhatsApp app on a phone. It now says: Coming',
  ],
  [{ type: 'revoke', target: 'w' } as const, '📱 A message was deleted in the WhatsApp app on a phone.'],
  [
    { type: 'reaction', target: 'w', emoji: '👍' } as const,
    '📱 Reacted with 👍 to a message, in the WhatsApp app on a phone.',
  ],
  [
    { type: 'reaction', target: 'w', emoji: null } as const,
    '📱 A reaction to a message was removed in the WhatsApp app on a phone.',
  ],
])('%j reads well', (act, expected) => {
  expect(renderEcho(act, english)).toBe(expected);
});
