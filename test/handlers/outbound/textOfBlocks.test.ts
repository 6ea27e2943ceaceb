import { textOfBlocks } from '../../../src/handlers/outbound/textOfBlocks';

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
