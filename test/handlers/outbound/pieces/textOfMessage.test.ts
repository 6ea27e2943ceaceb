import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import {
  excerptOf,
  textOfAttachment,
  textOfBlocks,
  textOfMessage,
} from '../../../../src/handlers/outbound/pieces/textOfMessage';

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

const button = (text: string) => ({ type: 'button', actionId: text, text: { type: 'plain_text', text } });

describe('what blocks say', () => {
  test('is their sections, and what stands on their buttons', () => {
    expect(
      textOfBlocks([
        { type: 'section', text: { type: 'mrkdwn', text: 'How can I **help**?' } },
        { type: 'divider' },
        { type: 'actions', elements: [button('Order'), button('Complain'), { type: 'datepicker' }] },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'We answer at once' }] },
        {
          type: 'section',
          fields: [
            { type: 'plain_text', text: 'one' },
            { type: 'plain_text', text: 'two' },
          ],
        },
      ]),
    ).toBe('How can I **help**?\n- Order\n- Complain\nWe answer at once\none\ntwo');
  });

  test.each([[[]], [[null, 'text', 7]], [[{ type: 'image', imageUrl: 'x' }]]])('is nothing in %j', (blocks) => {
    expect(textOfBlocks(blocks)).toBe('');
  });
});

describe('what an attachment says', () => {
  test('is its title, text, fields and addresses, line by line', () => {
    expect(
      textOfAttachment({
        title: { value: 'Order 7', link: 'https://shop.example.org/7' },
        text: 'Two loaves',
        fields: [{ title: 'Total', value: '8 €' }],
        imageUrl: 'https://shop.example.org/bread.png',
      }),
    ).toBe('Order 7\nTwo loaves\nTotal: 8 €\nhttps://shop.example.org/7\nhttps://shop.example.org/bread.png');
  });

  test('leaves out addresses that only lead into Rocket.Chat', () => {
    expect(textOfAttachment({ title: { value: 'File', link: '/file-upload/1' }, imageUrl: '/file-upload/1' })).toBe(
      'File',
    );
  });

  test('is nothing for a quote: the customer wrote it or has it already', () => {
    expect(textOfAttachment({ text: 'quoted', timestampLink: 'https://chat.example.org/live/r?msg=m' })).toBe('');
  });
});

test.each([
  ['Hello   there\n', undefined, 'Hello there'],
  ['', { file: { _id: '1', name: 'bread.png', type: 'image/png' } }, 'bread.png'],
  ['Look', { file: { _id: '1', name: 'bread.png', type: 'image/png' } }, 'Look'],
  ['', undefined, ''],
  ['😀'.repeat(200), undefined, `${'😀'.repeat(59)}…`],
])('%j is known again by its beginning', (text, message, excerpt) => {
  expect(excerptOf(text, message)).toBe(excerpt);
});
