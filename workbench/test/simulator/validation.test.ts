import { textOf } from '../../src/simulator/json';
import { ANA, startTestSimulator, type TestSimulator } from './support/startTestSimulator';

let simulator: TestSimulator;

beforeAll(async () => {
  simulator = await startTestSimulator();
  await simulator.control('POST', '/switches', { limits: 'off' });
  await simulator.receive();
});
afterAll(() => simulator.stop());

const long = (length: number): string => 'x'.repeat(length);
const text = (body: unknown) => ({ type: 'text', text: { body } });
const buttons = (...titles: string[]) => ({
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Choose' },
    action: { buttons: titles.map((title, index) => ({ type: 'reply', reply: { id: `b${index}`, title } })) },
  },
});
const list = (rows: object[], more: object = {}, section: object = {}) => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Choose' },
    action: { button: 'Show options', sections: [{ ...section, rows }] },
    ...more,
  },
});
const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `r${n}`, title: `Row ${n}` }));
const interactive = (type: string, action: object, more: object = {}) => ({
  type: 'interactive',
  interactive: { type, body: { text: 'Body' }, action, ...more },
});
const contact = (name: object) => ({ type: 'contacts', contacts: [{ name }] });

describe('messages that are accepted', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a text', text('Hello')],
    ['a text without a type', { text: { body: 'Hello' } }],
    ['a text of 4096 characters', text(long(4096))],
    ['a text of 4096 emojis, which are two units each', text('😀'.repeat(4096))],
    ['an image by link', { type: 'image', image: { link: 'https://example.com/a.jpg', caption: long(1024) } }],
    ['a voice note by link', { type: 'audio', audio: { link: 'https://example.com/a.ogg', voice: true } }],
    ['a document by link', { type: 'document', document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' } }],
    ['a sticker by link', { type: 'sticker', sticker: { link: 'https://example.com/a.webp' } }],
    ['a location', { type: 'location', location: { latitude: -23.5, longitude: -46.6, name: 'Here' } }],
    ['a location written as text', { type: 'location', location: { latitude: '-23.5', longitude: '-46.6' } }],
    ['a contact', contact({ formatted_name: 'Ana Souza', first_name: 'Ana' })],
    ['a reaction taken away', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '' } }],
    ['a reaction with a flag', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '🇧🇷' } }],
    ['one button', buttons('Yes')],
    ['three buttons of 20 characters', buttons(long(20), `${long(19)}y`, 'z')],
    [
      'an upper-case interactive type',
      { type: 'interactive', interactive: { ...buttons('Yes').interactive, type: 'BUTTON' } },
    ],
    ['a list of ten rows', list(rows(10))],
    ['a list whose body has 4096 characters', list(rows(1), { body: { text: long(4096) } })],
    [
      'a link button',
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Go', url: 'https://e.com' } }),
    ],
    ['a location request', interactive('location_request_message', { name: 'send_location' })],
    [
      'a flow',
      interactive('flow', { name: 'flow', parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Go' } }),
    ],
    ['a quote', { ...text('Hello'), context: { message_id: 'wamid.x' } }],
    ['a number with separators', { ...text('Hello'), to: '+55 (11) 95555-0111' }],
    ['a number as a JSON number', { ...text('Hello'), to: 5511955550111 }],
    ['callback data of 512 characters', { ...text('Hello'), biz_opaque_callback_data: long(512) }],
  ])('takes %s', async (_title, message) => {
    const { status, json } = await simulator.send(message);
    expect([status, json]).toEqual([
      200,
      {
        messaging_product: 'whatsapp',
        contacts: [
          {
            input: textOf(message.to) ?? ANA,
            wa_id: '5511955550111',
            user_id: 'BR.1000000000000111',
          },
        ],
        messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9+/=]+$/) }],
      },
    ]);
  });

  it('sends to a business-scoped id and answers without a phone', async () => {
    const { status, json } = await simulator.send({ ...text('Hi'), to: undefined, recipient: 'US.1000000000000155' });
    expect(status).toBe(200);
    expect(json.contacts).toEqual([{ input: 'US.1000000000000155', user_id: 'US.1000000000000155' }]);
  });

  it.each([
    ['5531955550122', '553155550122'],
    ['525555550144', '5215555550144'],
  ])('answers with the WhatsApp id that a person has, not the one typed (%s)', async (to, waId) => {
    const { json } = await simulator.send({ ...text('Hi'), to });
    expect(json.contacts[0]).toMatchObject({ input: to, wa_id: waId });
  });

  it('answers 201 when it is told to, as some proxies do', async () => {
    await simulator.control('POST', '/switches', { acceptStatus: 201 });
    expect((await simulator.send(text('Hi'))).status).toBe(201);
    await simulator.control('POST', '/switches', { acceptStatus: 200 });
  });
});

describe('messages that are refused', () => {
  it.each<[string, Record<string, unknown>, number, string | RegExp]>([
    [
      'no product',
      { ...text('x'), messaging_product: undefined },
      100,
      '(#100) The parameter messaging_product is required.',
    ],
    [
      'another product',
      { ...text('x'), messaging_product: 'sms' },
      100,
      '(#100) Param messaging_product must be one of {WHATSAPP} - got "sms".',
    ],
    ['no recipient', { ...text('x'), to: undefined }, 100, '(#100) The parameter to is required.'],
    ['a recipient that is no number', { ...text('x'), to: 'Ana' }, 131009, /phone number is malformed/],
    ['a malformed business-scoped id', { ...text('x'), recipient: 'us-1234' }, 131009, /malformed/],
    ['the number itself', { ...text('x'), to: '551155550100' }, 131021, /same/],
    ['a wrong recipient type', { ...text('x'), recipient_type: 'everybody' }, 100, /recipient_type must be one of/],
    ['a type that does not exist', { type: 'jpeg' }, 100, /Param type must be one of \{AUDIO, .*VIDEO\} - got "jpeg"/],
    ['a type that is called like a part of every object', { type: '__proto__' }, 100, /Param type must be one of/],
    ['a type that only comes in', { type: 'system', system: {} }, 131051, /Unsupported/],
    ['a text without its object', { type: 'text' }, 100, "Parameter 'text' is mandatory for type 'text'"],
    ['an empty text', text(''), 100, "(#100) The parameter text['body'] is required."],
    ['a text that is a number', text(5), 100, "(#100) Param text['body'] must be a string."],
    [
      'a text of 4097 characters',
      text(long(4097)),
      100,
      "(#100) Param text['body'] must be at most 4096 characters long.",
    ],
    ['an image without id and link', { type: 'image', image: {} }, 100, /image\['id'\] or image\['link'\] is required/],
    [
      'an image with id and link',
      { type: 'image', image: { id: '1', link: 'https://e.com/a' } },
      100,
      /exactly one of id and link/,
    ],
    [
      'an image with an unknown id',
      { type: 'image', image: { id: '123' } },
      100,
      "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
    ],
    ['an image by a file link', { type: 'image', image: { link: 'file:///etc/passwd' } }, 100, /not a valid URI/],
    [
      'a caption of 1025 characters',
      { type: 'image', image: { link: 'https://e.com/a', caption: long(1025) } },
      100,
      /1024 characters/,
    ],
    [
      'a caption on audio',
      { type: 'audio', audio: { link: 'https://e.com/a', caption: 'x' } },
      100,
      /Unexpected key "caption" on param "audio"/,
    ],
    [
      'a caption on a sticker',
      { type: 'sticker', sticker: { link: 'https://e.com/a', caption: 'x' } },
      100,
      /Unexpected key/,
    ],
    [
      'a location without longitude',
      { type: 'location', location: { latitude: 1 } },
      100,
      "(#100) The parameter location['longitude'] is required.",
    ],
    ['a latitude of 91', { type: 'location', location: { latitude: 91, longitude: 0 } }, 100, /between -90 and 90/],
    ['no contacts', { type: 'contacts', contacts: [] }, 131009, /Contacts count/],
    ['a contact without a name', { type: 'contacts', contacts: [{}] }, 100, /name'\] is required/],
    ['a contact with only a formatted name', contact({ formatted_name: 'Ana' }), 131009, /at least one name part/],
    [
      'a reaction without an emoji',
      { type: 'reaction', reaction: { message_id: 'wamid.x' } },
      100,
      /emoji'\] is required/,
    ],
    [
      'a reaction that is a word',
      { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: 'ok' } },
      131009,
      /emoji/,
    ],
    ['no buttons', buttons(), 131009, 'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3'],
    [
      'four buttons',
      buttons('a', 'b', 'c', 'd'),
      131009,
      'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
    ],
    [
      'a button title of 21 characters',
      buttons(long(21)),
      131009,
      'Button title length invalid. Min length: 1, Max length: 20',
    ],
    ['an empty button title', buttons(' '), 131009, 'Button title length invalid. Min length: 1, Max length: 20'],
    ['equal button titles', buttons('a', 'a'), 131009, /Duplicated button title/],
    [
      'a button id of 257 characters',
      interactive('button', { buttons: [{ type: 'reply', reply: { id: long(257), title: 'a' } }] }),
      131009,
      /Button id length/,
    ],
    [
      'a button id with a blank',
      interactive('button', { buttons: [{ type: 'reply', reply: { id: ' a', title: 'a' } }] }),
      131009,
      /blank/,
    ],
    ['eleven rows', list(rows(11)), 131009, 'Total row count exceed max allowed count: 10'],
    [
      'a row title of 25 characters',
      list([{ id: '1', title: long(25) }]),
      131009,
      'Row title is too long. Max length is 24',
    ],
    [
      'a row description of 73 characters',
      list([{ id: '1', title: 'a', description: long(73) }]),
      131009,
      'Row description is too long. Max length is 72',
    ],
    [
      'a row id of 201 characters',
      list([{ id: long(201), title: 'a' }]),
      131009,
      'Row id is too long. Max length is 200',
    ],
    [
      'equal row ids',
      list([
        { id: '1', title: 'a' },
        { id: '1', title: 'b' },
      ]),
      131009,
      /Duplicated row id/,
    ],
    [
      'a section title of 25 characters',
      list(rows(1), {}, { title: long(25) }),
      131009,
      'Section title is too long. Max length is 24',
    ],
    [
      'two sections without titles',
      interactive('list', { button: 'Go', sections: [{ rows: rows(1) }, { rows: [{ id: 'x', title: 'x' }] }] }),
      131009,
      /Section title is required/,
    ],
    [
      'a list button of 21 characters',
      interactive('list', { button: long(21), sections: [{ rows: rows(1) }] }),
      131009,
      /List button length invalid/,
    ],
    [
      'a list with an image header',
      list(rows(1), { header: { type: 'image', image: { link: 'https://e.com/a' } } }),
      131009,
      /Header type image is not supported/,
    ],
    [
      'a header of 61 characters',
      { type: 'interactive', interactive: { ...buttons('a').interactive, header: { type: 'text', text: long(61) } } },
      100,
      /60 characters/,
    ],
    [
      'a footer of 61 characters',
      { type: 'interactive', interactive: { ...buttons('a').interactive, footer: { text: long(61) } } },
      100,
      /60 characters/,
    ],
    [
      'a body of 1025 characters',
      { type: 'interactive', interactive: { ...buttons('a').interactive, body: { text: long(1025) } } },
      100,
      /1024 characters/,
    ],
    [
      'no body',
      { type: 'interactive', interactive: { ...buttons('a').interactive, body: undefined } },
      100,
      /body'\] is required/,
    ],
    [
      'no action',
      { type: 'interactive', interactive: { type: 'button', body: { text: 'x' } } },
      100,
      /action'\] is required/,
    ],
    ['an interactive type of such a name', interactive('constructor', {}), 100, /must be one of \{BUTTON, LIST/],
    ['an interactive type that does not exist', interactive('slider', {}), 100, /must be one of \{BUTTON, LIST/],
    [
      'a link label of 21 characters',
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: long(21), url: 'https://e.com' } }),
      131009,
      /Max length: 20/,
    ],
    [
      'a link that is none',
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'x', url: 'nowhere' } }),
      131009,
      /valid URL/,
    ],
    [
      'a product list without a header',
      interactive('product_list', {
        catalog_id: '1',
        sections: [{ title: 'x', product_items: [{ product_retailer_id: '1' }] }],
      }),
      100,
      /header'\] is required/,
    ],
    [
      '31 products',
      interactive(
        'product_list',
        {
          catalog_id: '1',
          sections: [{ product_items: Array.from({ length: 31 }, (_, n) => ({ product_retailer_id: String(n) })) }],
        },
        { header: { type: 'text', text: 'x' } },
      ),
      131009,
      /products count/,
    ],
    [
      'a flow without an id',
      interactive('flow', { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'Go' } }),
      100,
      /flow_id'\] is required/,
    ],
    ['a quote that is no object', { ...text('x'), context: 'wamid.x' }, 100, /context must be a JSON object/],
    ['callback data of 513 characters', { ...text('x'), biz_opaque_callback_data: long(513) }, 100, /512 characters/],
  ])('refuses %s', async (_title, message, code, words) => {
    const { status, json } = await simulator.send(message);
    expect([status, json.error?.code]).toEqual([400, code]);
    expect(json.error).toEqual({
      message: expect.stringMatching(/./),
      type: 'OAuthException',
      code,
      fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
      ...(json.error.error_data && { error_data: { messaging_product: 'whatsapp', details: expect.any(String) } }),
    });
    expect(`${json.error.message} | ${json.error.error_data?.details ?? ''}`).toMatch(
      words instanceof RegExp ? words : new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
    );
  });

  it.each(['', 'bad json', '[]', '"text"'])('refuses the body %j', async (body) => {
    const { status, json } = await simulator.api('POST', '/messages', body);
    expect([status, json.error.code]).toEqual([400, 100]);
  });
});
