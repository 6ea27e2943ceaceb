import { createTranslator } from '../../../../src/handlers/core/translator';
import { labelled, phoneLink, renderLocation, safeUrl } from '../../../../src/handlers/whatsapp/messages/renderCards';
import { renderFlow } from '../../../../src/handlers/whatsapp/messages/renderSimpleContent';
import {
  formatMoney,
  renderOrder,
  renderPayment,
  renderProduct,
} from '../../../../src/handlers/whatsapp/messages/renderShop';
import { renderTemplate } from '../../../../src/handlers/whatsapp/messages/renderTemplate';
import { readDefinition } from '../../../../src/handlers/whatsapp/templateDefinition';
import type { FieldValues } from '../../../../src/handlers/whatsapp/templateMessage';
import { english, renderFixture } from './support/renderFixture';

describe('renderCards', () => {
  describe('renderCards', () => {
    describe('a place', () => {
      test.each([
        [
          'its name, its address, the map and its page',
          'location',
          [
            '📍 Brandenburg \\*Gate\\*',
            'Pariser Platz, Berlin',
            '[52.516275, 13.377704](https://www.google.com/maps/search/?api=1&query=52.516275%2C13.377704)',
            'https://example.com/gate',
          ],
        ],
        [
          'only the map',
          'location-bare',
          ['📍 Location', '[-33.8568, 151.2153](https://www.google.com/maps/search/?api=1&query=-33.8568%2C151.2153)'],
        ],
        ['only its name, without coordinates', 'location-no-coordinates', ['📍 Somewhere']],
      ])('is shown by %s', (_what, name, lines) => {
        expect(renderFixture(name).text.split('\n')).toEqual(lines);
      });

      test('keeps north before east where one reads from right to left', () => {
        const { text } = renderLocation({ type: 'location', latitude: 52.52, longitude: 0 }, createTranslator('ar'));
        expect(text).toContain('[\u206652.52, 0\u2069](https://www.google.com/maps/search/?api=1&query=52.52%2C0)');
      });
    });

    describe('shared contacts', () => {
      test('are cards with links to call them', () => {
        expect(renderFixture('contacts').text.split('\n')).toEqual([
          '👤 Jo \\*Star\\* Doe',
          '🏢 Doe & Co, CEO',
          '📞 [+49 30 123456](tel:+4930123456) (work) · WhatsApp',
          '📞 call me',
          '✉️ jo_d@example.com (home)',
          '🔗 https://example.com',
          '🔗 javascript:alert(1)',
          '🏠 Hauptstr. 1, 10115 Berlin, Germany',
          '🎂 1990-01-02',
          '',
          '👤 No Phone',
        ]);
      });

      test.each([
        [
          'that they were asked for',
          'contacts-requested',
          '📇 _The customer shared their phone number._\n👤 Ann Lee\n📞 [+4915112345678](tel:+4915112345678)',
        ],
        ['that there are none', 'contacts-empty', '👤 An empty contact'],
      ])('say %s', (_what, name, text) => {
        expect(renderFixture(name).text).toBe(text);
      });
    });

    test.each([
      [undefined, ''],
      ['CELL', ' (mobile)'],
      ['Work', ' (work)'],
      ['My *boat*', ' (My \\*boat\\*)'],
      ['constructor', ' (constructor)'],
    ])('what is called %s has "%s" behind it', (label, text) => {
      expect(labelled(label, english)).toBe(text);
    });

    test.each([
      ['+49 30 123456', '[+49 30 123456](tel:+4930123456)'],
      ['(030) 12-34/5', '[(030) 12-34/5](tel:03012345)'],
      ['\u200e+49\u00a0151 2345\u202c', '[+49 151 2345](tel:+491512345)'],
      ['call me', 'call me'],
      ['12', '12'],
      ['+49](https://evil.example)', '+49]\u2060(https://evil.example)'],
    ])('%s is written as %s', (number, link) => {
      expect(phoneLink(number)).toBe(link);
    });

    test.each(['https://example.com', 'http://example.com/a_b?c=d&e=%20#f', 'https://例え.jp/道'])(
      '%s may be a link',
      (url) => {
        expect(safeUrl(url)).toBe(url);
      },
    );

    test.each([
      undefined,
      '',
      'javascript:alert(1)',
      'data:text/html,x',
      'example.com',
      'https://a b',
      'https://a)[b](c',
      'https://a|b',
      'https://',
    ])('%s may not', (url) => {
      expect(safeUrl(url)).toBeUndefined();
    });
  });

  describe('renderShop', () => {
    describe('an order', () => {
      test('is shown by its lines, its total and its note', () => {
        expect(renderFixture('order').text.split('\n')).toEqual([
          '🛒 *Order*',
          '- 2 × shoe_42 – €60.00 (2 × €30.00)',
          '- 1 × sock – €4.50',
          '*Total: €64.50*',
          'Gift wrapped, *please*',
        ]);
      });

      test('has no total where a price is missing', () => {
        expect(renderFixture('order-unclear').text.split('\n')).toEqual([
          '🛒 *Order*',
          '- a',
          '- 1 × Product without a number – 2 coins',
        ]);
      });

      test('has no total where the currencies differ, or where there are no lines', () => {
        const items = [
          { price: 1, quantity: 1, currency: 'EUR' },
          { price: 2, quantity: 1, currency: 'USD' },
        ];
        expect(renderOrder({ type: 'order', items }, english).text).not.toContain('Total');
        expect(renderOrder({ type: 'order', items: [] }, english).text).toBe(
          '🛒 *Order*\nNo products are named in it.',
        );
      });

      test('claims no number of pieces, and no total, where none is told', () => {
        const items = [{ id: 'a', price: 2, currency: 'EUR' }];
        expect(renderOrder({ type: 'order', items }, english).text).toBe('🛒 *Order*\n- a – €2.00');
      });

      test('does not show what computers think of 0.1 + 0.2', () => {
        const items = [
          { price: 0.1, quantity: 1, currency: 'EUR' },
          { price: 0.2, quantity: 1, currency: 'EUR' },
        ];
        expect(renderOrder({ type: 'order', items }, english).text).toContain('*Total: €0.30*');
      });
    });

    test.each([
      ['alone', { productId: 'shoe' }, '🛍️ Product shoe'],
      ['with a text', { productId: 'shoe', text: 'in *red*?' }, '🛍️ Product shoe\nin *red*?'],
    ])('a product %s', (_what, product, text) => {
      expect(renderProduct({ type: 'product', ...product }, english)).toEqual({ text });
    });

    test.each([
      [{ status: 'captured', reference: 'ref_1' }, '💳 Payment: paid · ref_1'],
      [
        { status: 'failed', method: 'pix', payer: 'Ann *Lee*', reference: 'ref_1', transaction: 'txn_2' },
        '💳 Payment: failed · pix · Ann \\*Lee\\* · ref_1 · txn_2',
      ],
      [{ status: 'on_its_way' }, '💳 Payment: On its way'],
      [{}, '💳 Update on a payment'],
    ])('a payment %j reads "%s"', (payment, text) => {
      expect(renderPayment({ type: 'payment', ...payment }, english)).toEqual({ text });
    });

    const german = () => 'de';

    test.each([
      [30, 'USD', '$30.00'],
      [4.5, 'EUR', '€4.50'],
      [1_234.5, 'JPY', '¥1,235'],
      [7, undefined, '7'],
      [7, 'coins', '7 coins'],
      [7, '', '7 '],
    ])('%s of %s is written as in English: %s', (amount, currency, text) => {
      expect(formatMoney(amount, currency, english)).toBe(text);
    });

    test('money is written as in the language', () => {
      expect(formatMoney(1_234.5, 'EUR', german)).toBe('1.234,50\u00a0€');
    });

    test('a currency in Latin letters stays together where one reads from right to left', () => {
      expect(formatMoney(79.8, 'BRL', () => 'ar')).toBe('\u200f79.80\u00a0\u2066R$\u2069');
    });
  });

  describe('a filled-in form', () => {
    test('is shown by its answers', () => {
      expect(renderFixture('flow').text.split('\n')).toEqual([
        '📋 *Answers to the form*',
        '- Comment text: Very \\*good\\*',
        '- First name: Ann',
        '- First visit: Yes',
        '- Rating: 4',
        '- Topics: Price, Delivery time',
        '- Address › Zip code: 10115',
        '- Address › City: Berlin',
      ]);
    });

    test('is an address, where it asks for one', () => {
      const answers = [{ path: ['in_pin_code'], values: ['400063'] }];
      expect(renderFlow({ type: 'flow', answers, isAddress: true }, english).text).toBe(
        '📬 *Delivery address*\n- In pin code: 400063',
      );
    });

    test.each([
      ['date_of_birth', '1703257240046', 'December 22, 2023 at 3:00 PM UTC'],
      ['dateOfBirth', '1989-03-16', '1989-03-16'],
      ['phone', '551155550100', '551155550100'],
    ])('shows the field %s with %s as %s', (name, value, text) => {
      const shown = renderFlow({ type: 'flow', answers: [{ path: [name], values: [value] }] }, english).text;
      expect(shown.replaceAll('\u202f', ' ').split(': ').slice(1).join(': ')).toBe(text);
    });

    test('says that it is empty, where nothing else is told', () => {
      expect(renderFlow({ type: 'flow', answers: [] }, english).text).toBe(
        '📋 *Answers to the form*\nThe form came back without answers.',
      );
    });

    test.each([
      ['its values, where they have no names', 'flow-list', '📋 *Answers to the form*\n- not, an, object'],
      ['its text, where that is no JSON', 'flow-broken', '📋 *Answers to the form*\n- {"cut":'],
      ['what the customer sees of it, where there are no answers', 'flow-empty', '📋 *Answers to the form*\nSent'],
    ])('is shown by %s', (_what, name, text) => {
      expect(renderFixture(name).text).toBe(text);
    });
  });
});

describe('renderTemplate', () => {
  const t = createTranslator('en');
  const show = (components: object[], values: FieldValues = {}, category = 'UTILITY') =>
    renderTemplate(
      {
        name: 'order_update',
        language: 'en_US',
        filled: { definition: readDefinition({ category, components }), values },
      },
      t,
    );
  const text = (words: string) => ({ kind: 'text', text: words }) as const;

  test('a template reads as the customer saw it: header, body with its values, footer, buttons', () => {
    const components = [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
      { type: 'BODY', text: 'Hello *{{1}}*,\nyour bread is ready.' },
      { type: 'FOOTER', text: 'The bakery' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Thanks' },
          { type: 'URL', text: 'Look', url: 'https://bakery.example/o/{{1}}' },
        ],
      },
    ];
    const values = { 'header.1': text('42'), 'body.1': text('Ana'), 'button.1.suffix': text('42') };
    expect(show(components, values).text).toBe(
      [
        '📨 Template order_update (en_US) was sent to the customer:',
        '*Order 42*',
        'Hello *Ana*,',
        'your bread is ready.',
        '▫️ Thanks',
        '🔗 Look · https://bakery.example/o/42',
        '_The bakery_',
      ].join('\n'),
    );
  });

  test.each([
    [
      'that ends',
      { kind: 'time', at: Date.UTC(2026, 11, 24, 18) },
      '⏳ Ends soon! · Ends on Dec 24, 2026, 6:00 PM UTC',
    ],
    ['without an end', undefined, '⏳ Ends soon!'],
  ] as const)('an offer %s stands above the text, as on the phone', (_what, end, line) => {
    const components = [
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon!', has_expiration: end !== undefined } },
      { type: 'BODY', text: 'Cake at half price.' },
      { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: 'CAKE50' }] },
    ];
    const values = { 'button.0.code': text('CAKE50'), ...(end && { offer: end }) };
    // Some versions of the language data stand a narrow space before PM.
    const lines = show(components, values).words.replaceAll('\u202f', ' ').split('\n');
    expect(lines).toEqual([line, 'Cake at half price.', expect.stringContaining('CAKE50')]);
  });

  test('a one-time code stays the customer’s', () => {
    const components = [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy code' }] },
    ];
    const shown = show(components, { 'button.0.code': text('918273') }, 'AUTHENTICATION');
    expect(shown.text).toContain('one-time code');
    expect(JSON.stringify(shown)).not.toContain('918273');
  });

  test('a picture with an address is shown, any other file is named', () => {
    const components = [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Look' },
    ];
    const link = 'https://bakery.example/bread.jpg';
    expect(show(components, { header: { kind: 'media', source: { link } } }).attachments).toEqual([{ imageUrl: link }]);
    const file = { kind: 'media', source: { id: '4711' }, filename: 'bread.jpg' } as const;
    expect(show(components, { header: file })).toMatchObject({ words: '📎 Photo: bread.jpg\nLook' });
  });

  test('a template of which only the name is known is named, and so is who sent it', () => {
    const facts = { name: 'order_update', language: 'en_US' };
    expect(renderTemplate({ ...facts, sender: 'Maria' }, t).text).toMatch(/^📨 Maria sent the template order_update/);
  });
});
