import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { textOfMessage } from '../../../src/handlers/outbound/textOfMessage';

const section = { type: 'section', text: { type: 'mrkdwn', text: 'From the block' } };
const said = (facts: object) => textOfMessage(facts as IMessage);

describe('what a message says', () => {
  test('is its text, with its attachments', () => {
    expect(said({ text: 'Hello', attachments: [{ title: { value: 'Hours' }, text: 'Eight to six' }] })).toBe(
      'Hello\nHours\nEight to six',
    );
  });

  test('stands in its blocks where it has no text', () => {
    expect(said({ text: '', blocks: [section] })).toBe('From the block');
    expect(said({ text: 'The text', blocks: [section] })).toBe('The text');
  });

  test('keeps the spaces of a text as they are', () => {
    expect(said({ text: '  indented' })).toBe('  indented');
  });

  test('is nothing where there is nothing', () => {
    expect(said({})).toBe('');
  });
});
