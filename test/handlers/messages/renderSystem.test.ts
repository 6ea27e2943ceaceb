import { renderSystem } from '../../../src/handlers/messages/renderSystem';
import { english } from './support/english';

test.each([
  ['its words', 'Chat *moved*', 'ℹ️ Chat \\*moved\\*'],
  ['that there is one', undefined, 'ℹ️ WhatsApp reports a change in this chat.'],
])('a note of WhatsApp says %s', (_what, body, text) => {
  expect(renderSystem({ type: 'system', body }, english)).toEqual({ text });
});
