import { textOfAttachment } from '../../../src/handlers/outbound/textOfAttachment';

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
