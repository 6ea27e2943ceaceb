import { type Receiver, startReceiver } from './support/startReceiver';
import { startTestSimulator, type TestSimulator } from './support/startTestSimulator';
import { templateParts } from './support/templateParts';

let simulator: TestSimulator;
let receiver: Receiver;

beforeEach(async () => {
  [simulator, receiver] = await Promise.all([startTestSimulator(), startReceiver()]);
  await simulator.control('POST', '/switches', {
    limits: 'off',
    sentAfterMs: 600_000_000,
    deliveredAfterMs: 600_000_000,
    readAfterMs: null,
  });
});
afterEach(async () => {
  await simulator.stop();
  await receiver.stop();
});

const { texts, body, named, header, image, button, url, template, card, cardOf } = templateParts;

describe('sending a template', () => {
  it.each<[string, Record<string, unknown>]>([
    ['without parameters', template('hello_world', 'en_US')],
    [
      'with header, body and link',
      template('order_update', 'en_US', header(texts('2031')[0]!), body('Ana', 'today'), url(0, '2031')),
    ],
    [
      'in upper case, as some clients write',
      template(
        'order_update',
        'en_US',
        { ...header(texts('1')[0]!), type: 'HEADER' },
        { ...body('Ana', 'today'), type: 'BODY' },
        { ...url(0, '1'), type: 'BUTTON', sub_type: 'URL' },
      ),
    ],
    [
      'with money and time',
      template('appointment_reminder', 'pt_BR', {
        type: 'body',
        parameters: [
          { type: 'text', text: 'Ana' },
          { type: 'date_time', date_time: { fallback_value: '12/11' } },
          { type: 'currency', currency: { fallback_value: 'R$ 5', code: 'BRL', amount_1000: 5000 } },
        ],
      }),
    ],
    ['with named parameters', template('ticket_update', 'en', named({ customer_name: 'Jonas', ticket_id: '7' }))],
    ['with a picture', template('seasonal_promotion', 'en_US', image, named({ sale_name: 'Sale', discount: '25%' }))],
    [
      'with a document',
      template(
        'receipt',
        'en_US',
        header({ type: 'document', document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' } }),
        body('Ana', '1'),
      ),
    ],
    [
      'with a video',
      template(
        'recipe_video',
        'en_US',
        header({ type: 'video', video: { link: 'https://example.com/a.mp4' } }),
        body('Ana'),
      ),
    ],
    [
      'with a location',
      template(
        'pickup_point',
        'en_US',
        header({ type: 'location', location: { latitude: 1, longitude: 2, name: 'x', address: 'y' } }),
        body('1'),
      ),
    ],
    ['with a code', template('verification_code', 'en_US', body('123456'), url(0, '123456'))],
    [
      'with a coupon',
      template(
        'coupon',
        'en_US',
        body('BREAD25', '25%'),
        button('copy_code', '1', { type: 'coupon_code', coupon_code: 'BREAD25' }),
      ),
    ],
    [
      'with an offer that ends',
      template(
        'weekend_deal',
        'en_US',
        image,
        body('Ana'),
        {
          type: 'limited_time_offer',
          parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_900_000_000_000 } }],
        },
        button('copy_code', 0, { type: 'coupon_code', coupon_code: 'CAKE50' }),
        url(1, 'x'),
      ),
    ],
    [
      'with a flow',
      template('feedback', 'en_US', body('Ana'), button('flow', '0', { type: 'action', action: { flow_token: 't' } })),
    ],
    [
      'with a catalogue',
      template(
        'catalog_offer',
        'en_US',
        body('10', '60'),
        button('catalog', 0, { type: 'action', action: { thumbnail_product_retailer_id: 'x' } }),
      ),
    ],
    ['with cards', template('new_arrivals', 'en_US', body('Ana'), { type: 'carousel', cards: [cardOf(0), cardOf(1)] })],
    ['in Arabic', template('welcome_back', 'ar', body('ليلى'))],
    [
      'with a policy',
      { type: 'template', template: { name: 'hello_world', language: { code: 'en_US', policy: 'deterministic' } } },
    ],
  ])('works %s', async (_title, message) => {
    const { status, json } = await simulator.send(message);
    expect([status, json.error]).toEqual([200, undefined]);
    expect(json.messages).toEqual([{ id: expect.any(String), message_status: 'accepted' }]);
  });

  it.each<[string, Record<string, unknown>, number, number, RegExp]>([
    [
      'a name that does not exist',
      template('nothing', 'en_US'),
      404,
      132001,
      /template name \(nothing\) does not exist in en_US/,
    ],
    ['a language that does not exist', template('hello_world', 'pt_BR'), 404, 132001, /does not exist in pt_BR/],
    ['a rejected one', template('free_money', 'en_US'), 404, 132001, /./],
    ['one in appeal', template('christmas_hours', 'en_US'), 404, 132001, /./],
    ['a paused one', template('daily_offer', 'en_US', body('Ana')), 400, 132015, /paused/],
    ['a disabled one', template('hourly_offer', 'en_US', body('Ana')), 400, 132016, /disabled/],
    [
      'another policy',
      { type: 'template', template: { name: 'hello_world', language: { code: 'en_US', policy: 'fallback' } } },
      400,
      100,
      /deterministic/,
    ],
    ['no language', { type: 'template', template: { name: 'hello_world' } }, 400, 100, /language/],
    ['no name', { type: 'template', template: { language: { code: 'en' } } }, 400, 100, /name/],
    [
      'an unknown component',
      template('hello_world', 'en_US', { type: 'sidebar' }),
      400,
      100,
      /must be one of \{HEADER, BODY/,
    ],
    [
      'too many parameters',
      template('hello_world', 'en_US', body('a', 'b')),
      400,
      132000,
      /body: number of localizable_params \(2\) does not match the expected number of params \(0\)/,
    ],
    [
      'too few parameters',
      template('appointment_reminder', 'pt_BR', body('Ana')),
      400,
      132000,
      /body: number of localizable_params \(1\) does not match the expected number of params \(3\)/,
    ],
    ['no parameters', template('welcome_back', 'ar'), 400, 132000, /\(0\).*\(1\)/],
    [
      'no header parameter',
      template('order_update', 'en_US', body('Ana', 'today'), url(0, '1')),
      400,
      132000,
      /header: number/,
    ],
    [
      'no picture',
      template('seasonal_promotion', 'en_US', named({ sale_name: 'x', discount: 'y' })),
      400,
      132012,
      /header: Format mismatch, expected IMAGE, received UNKNOWN/,
    ],
    [
      'a document for a picture',
      template(
        'seasonal_promotion',
        'en_US',
        header({ type: 'document', document: { link: 'https://e.com/a' } }),
        named({ sale_name: 'x', discount: 'y' }),
      ),
      400,
      132012,
      /expected IMAGE, received DOCUMENT/,
    ],
    ['a picture where there is none', template('welcome_back', 'ar', image, body('x')), 400, 132018, /./],
    [
      'a picture by an unknown id',
      template(
        'seasonal_promotion',
        'en_US',
        header({ type: 'image', image: { id: '1' } }),
        named({ sale_name: 'x', discount: 'y' }),
      ),
      400,
      100,
      /template\['components'\]\[0\]\['parameters'\]\[0\]\['image'\]\['id'\] is not a valid whatsapp business account media attachment ID/,
    ],
    [
      'names in a positional template',
      template('welcome_back', 'ar', named({ name: 'x' })),
      400,
      132012,
      /received parameter_name/,
    ],
    [
      'positions in a named template',
      template('ticket_update', 'en', body('a', 'b')),
      400,
      132012,
      /Parameter name is missing/,
    ],
    [
      'a wrong name',
      template('ticket_update', 'en', named({ customer_name: 'a', ticket: 'b' })),
      400,
      132012,
      /ticket_id is missing/,
    ],
    ['a line break in a parameter', template('welcome_back', 'ar', body('a\nb')), 400, 132018, /new-line/],
    [
      'five blanks in a parameter',
      template('welcome_back', 'ar', body('a     b')),
      400,
      132018,
      /4 consecutive spaces/,
    ],
    ['an empty parameter', template('welcome_back', 'ar', body('')), 400, 131008, /required/],
    [
      'a parameter that is a number',
      template('welcome_back', 'ar', { type: 'body', parameters: [{ type: 'text', text: 5 }] }),
      400,
      100,
      /must be a string/,
    ],
    ['a text that gets too long', template('welcome_back', 'ar', body('x'.repeat(1024))), 400, 132005, /longer/],
    [
      'no suffix for a link',
      template('order_update', 'en_US', header(texts('1')[0]!), body('Ana', 'today')),
      400,
      131008,
      /Button at index 0 of type Url requires a parameter/,
    ],
    [
      'a suffix for a fixed link',
      template(
        'receipt',
        'en_US',
        header({ type: 'document', document: { link: 'https://e.com/a' } }),
        body('a', 'b'),
        url(1, 'x'),
      ),
      400,
      132018,
      /does not take a parameter/,
    ],
    [
      'a button of another type',
      template(
        'order_update',
        'en_US',
        header(texts('1')[0]!),
        body('Ana', 'today'),
        button('quick_reply', 0, { type: 'payload', payload: 'x' }),
      ),
      400,
      132018,
      /Button at index 0 must be of type Url/,
    ],
    ['a button that does not exist', template('hello_world', 'en_US', url(3, 'x')), 400, 132018, /index 3/],
    [
      'a code without its button',
      template('verification_code', 'en_US', body('123456')),
      400,
      131008,
      /requires a parameter/,
    ],
    [
      'a code that is too long',
      template('verification_code', 'en_US', body('1234567890123456'), url(0, '1')),
      400,
      132018,
      /Parameter at index 0 exceeds the parameter length limit 15/,
    ],
    [
      'a coupon that is too long',
      template(
        'coupon',
        'en_US',
        body('a', 'b'),
        button('copy_code', 1, { type: 'coupon_code', coupon_code: '1234567890123456' }),
      ),
      400,
      132018,
      /length limit 15/,
    ],
    [
      'an offer without its end',
      template(
        'weekend_deal',
        'en_US',
        image,
        body('Ana'),
        button('copy_code', 0, { type: 'coupon_code', coupon_code: 'x' }),
        url(1, 'x'),
      ),
      400,
      132012,
      /expiration_time_ms/,
    ],
    [
      'too few cards',
      template('new_arrivals', 'en_US', body('Ana'), { type: 'carousel', cards: [cardOf(0)] }),
      400,
      132012,
      /expected 2 cards, received 1/,
    ],
    [
      'a card without a picture',
      template('new_arrivals', 'en_US', body('Ana'), {
        type: 'carousel',
        cards: [cardOf(0), card(1, body('R$ 9'), url(1, 'x'))],
      }),
      400,
      132012,
      /card 1: header: Format mismatch/,
    ],
    [
      'a card without its link',
      template('new_arrivals', 'en_US', body('Ana'), {
        type: 'carousel',
        cards: [cardOf(0), card(1, image, body('R$ 9'))],
      }),
      400,
      131008,
      /card 1: buttons: Button at index 1/,
    ],
    [
      'cards where there are none',
      template('hello_world', 'en_US', { type: 'carousel', cards: [cardOf(0)] }),
      400,
      132018,
      /./,
    ],
  ])('is refused with %s', async (_title, message, status, code, words) => {
    const answer = await simulator.send(message);
    expect([answer.status, answer.json.error?.code]).toEqual([status, code]);
    expect(`${answer.json.error.message} ${answer.json.error.error_data?.details ?? ''}`).toMatch(words);
  });

  it('shows it on the phone with everything filled in', async () => {
    await simulator.send(
      template('order_update', 'en_US', header(texts('2031')[0]!), body('Ana', 'at six'), url(0, '2031')),
    );
    const { json } = await simulator.control('GET', '/customers/5511955550111/chats/551155550100');
    expect(json.messages[0].rendered).toEqual({
      name: 'order_update',
      language: 'en_US',
      category: 'UTILITY',
      header: { format: 'TEXT', text: 'Order 2031' },
      body: 'Hi Ana, your order is *on its way* and arrives at six.\nThank you for choosing us!',
      footer: 'Reply STOP to opt out',
      buttons: [
        { type: 'URL', text: 'Track', url: 'https://example.com/track/2031' },
        { type: 'PHONE_NUMBER', text: 'Call us', phoneNumber: '+551155550100' },
      ],
    });
  });

  it('takes names that are not stored when told to', async () => {
    await simulator.control('POST', '/switches', { unknownTemplates: 'accept' });
    expect((await simulator.send(template('nothing', 'en_US', body('x')))).status).toBe(200);
  });
});
