import { renderContent } from '../../../../src/handlers/whatsapp/messages/renderContent';
import { contentOf } from '../webhook/support/readFixture';
import { english } from './support/renderFixture';

describe('the content of a message', () => {
  test.each([
    ['text', 'Hello, is *anybody* there?'],
    ['image', 'The *broken* part'],
    ['button', 'Stop promotions'],
    ['reply-list', 'Express'],
    ['request-welcome', '👋 The customer opened the chat and has not written yet.'],
    ['ephemeral', '⚠️ WhatsApp does not pass this on to businesses: Disappearing message'],
  ])('of %s is written by its own renderer', (name, text) => {
    expect(renderContent(contentOf(name), english).text).toBe(text);
  });
});
