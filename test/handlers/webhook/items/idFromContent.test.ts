import { idFromContent } from '../../../../src/handlers/webhook/items/idFromContent';

test('a message without an id gets one that is the same for the same message and for no other', () => {
  const message = { from: '4915112345678', timestamp: '1760000000', text: { body: 'Hi' } };
  expect(idFromContent({ ...message })).toBe(idFromContent(message));
  expect(idFromContent({ ...message, timestamp: '1760000001' })).not.toBe(idFromContent(message));
  expect(idFromContent(message)).toMatch(/^without-id\.[0-9a-f]{64}$/);
});
