import { createTranslator } from '../../../../src/handlers/core/translation/createTranslator';
import { renderTemplate } from '../../../../src/handlers/whatsapp/messages/renderTemplate';
import { readDefinition } from '../../../../src/handlers/whatsapp/templateDefinition';
import type { FieldValues } from '../../../../src/handlers/whatsapp/templateMessage';

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
  ['that ends', { kind: 'time', at: Date.UTC(2026, 11, 24, 18) }, '⏳ Ends soon! · Ends on Dec 24, 2026, 6:00 PM UTC'],
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

test('what Rocket.Chat would fill in for an agent is kept as the customer saw it', () => {
  expect(show([{ type: 'BODY', text: '{{1}}' }], { 'body.1': text('{{contact.name}}') }).text).not.toContain('{{');
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
