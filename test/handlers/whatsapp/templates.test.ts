import { readDefinition, variablesIn } from '../../../src/handlers/whatsapp/templateDefinition';
import { fieldsOf } from '../../../src/handlers/whatsapp/templateFields';
import type { FieldValue, FieldValues } from '../../../src/handlers/whatsapp/templateMessage';
import { buildTemplateParts, charactersLeft } from '../../../src/handlers/whatsapp/templateMessage';
import { previewTemplate } from '../../../src/handlers/whatsapp/templatePreview';
import { readTemplateRequest } from '../../../src/handlers/whatsapp/templateRequest';

describe('templates', () => {
  const NOW = Date.UTC(2026, 10, 30);
  const text = (words: string): FieldValue => ({ kind: 'text', text: words });
  const image: FieldValue = { kind: 'media', source: { id: '4711' } };
  const define = (components: object[], record: { category?: string; parameterFormat?: string } = {}) =>
    readDefinition({ ...record, components });
  const body = (words: string) => ({ type: 'BODY', text: words });
  const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list });

  describe('the fields of a template', () => {
    test.each<[string, object[], string[]]>([
      ['none where nothing varies', [body('Hello'), { type: 'FOOTER', text: 'Bye' }], []],
      ['numbered ones in the order of their numbers', [body('{{2}} before {{1}}, {{2}} again')], ['body.1', 'body.2']],
      [
        'named ones, in a text header too',
        [{ type: 'header', text: 'Order {{ id }}' }, body('Hi {{name}}')],
        ['header.id', 'body.name'],
      ],
      ['the media of a header', [{ type: 'HEADER', format: 'document' }, body('x')], ['header']],
      ['a location', [{ type: 'HEADER', format: 'LOCATION' }, body('x')], ['header']],
      [
        'the end of an address',
        [
          body('x'),
          buttons({ type: 'QUICK_REPLY', text: 'a' }, { type: 'URL', text: 'b', url: 'https://e.example/{{1}}' }),
        ],
        ['button.1.suffix'],
      ],
      ['a coupon code', [body('x'), buttons({ type: 'COPY_CODE', example: 'A' })], ['button.0.code']],
      [
        'the end of an offer',
        [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now', has_expiration: true } }, body('x')],
        ['offer'],
      ],
      [
        'a one-time code, once',
        [{ type: 'BODY', add_security_recommendation: true }, buttons({ type: 'OTP', text: 'Copy' })],
        ['button.0.code'],
      ],
      [
        'products of a list',
        [body('x'), buttons({ type: 'MPM', text: 'View' })],
        ['button.0.thumbnail', 'button.0.products'],
      ],
      [
        'those of each card',
        [
          body('x'),
          {
            type: 'CAROUSEL',
            cards: [0, 1].map(() => ({ components: [{ type: 'HEADER', format: 'IMAGE' }, body('{{1}}')] })),
          },
        ],
        ['card0.header', 'card0.body.1', 'card1.header', 'card1.body.1'],
      ],
    ])('%s', (_case, components, ids) => {
      const fields = fieldsOf(define(components));
      expect(fields.map(({ id }) => id)).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('carry the author’s examples, of an address only what stands for the variable', () => {
      const url = { type: 'URL', text: 'b', url: 'https://e.example/{{1}}', example: ['https://e.example/42'] };
      const definition = define([{ ...body('Hi {{1}}'), example: { body_text: [['Ada']] } }, buttons(url)]);
      expect(fieldsOf(definition).map(({ example }) => example)).toEqual(['Ada', '42']);
    });

    test('a part of an unknown kind is named', () => {
      const definition = define([body('x'), { type: 'HOLOGRAM' }, buttons({ type: 'ORDER_DETAILS', text: 'Pay' })]);
      expect(definition.unknownParts).toEqual(['HOLOGRAM', 'ORDER_DETAILS']);
    });

    test('a variable is found at once in a text that only looks like one', () => {
      expect(variablesIn('{{'.repeat(50_000))).toEqual([]);
    });
  });

  describe('the components of a send', () => {
    const build = (components: object[], values: FieldValues, record = {}) =>
      buildTemplateParts(define(components, record), values, NOW);
    const flow = [
      {
        type: 'button',
        sub_type: 'flow',
        index: '0',
        parameters: [{ type: 'action', action: { flow_token: 'unused' } }],
      },
    ];

    test.each<[string, object[], FieldValues, object[]]>([
      ['are none where nothing varies', [body('Hello'), buttons({ type: 'QUICK_REPLY', text: 'a' })], {}, []],
      [
        'hold exactly the variables of each part',
        [{ type: 'HEADER', format: 'TEXT', text: 'No. {{1}}' }, body('{{1}} {{2}}')],
        { 'header.1': text('7'), 'body.1': text('Ada'), 'body.2': text('Lovelace') },
        [
          { type: 'header', parameters: [{ type: 'text', text: '7' }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Ada' },
              { type: 'text', text: 'Lovelace' },
            ],
          },
        ],
      ],
      [
        'name named parameters',
        [body('Hi {{name}}')],
        { 'body.name': text('Ada') },
        [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Ada' }] }],
      ],
      [
        'hold a picture by its id',
        [{ type: 'HEADER', format: 'IMAGE' }],
        { header: image },
        [{ type: 'header', parameters: [{ type: 'image', image: { id: '4711' } }] }],
      ],
      [
        'name a document',
        [{ type: 'HEADER', format: 'DOCUMENT' }],
        { header: { kind: 'media', source: { link: 'https://e.example/a.pdf' }, filename: 'a.pdf' } },
        [
          {
            type: 'header',
            parameters: [{ type: 'document', document: { link: 'https://e.example/a.pdf', filename: 'a.pdf' } }],
          },
        ],
      ],
      [
        'carry a one-time code in the body and in the button',
        [{ type: 'BODY' }, buttons({ type: 'OTP', text: 'Copy' })],
        { 'button.0.code': text('123456') },
        [
          { type: 'body', parameters: [{ type: 'text', text: '123456' }] },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] },
        ],
      ],
      [
        'hold a flow’s component, though nothing is filled in',
        [body('x'), buttons({ type: 'FLOW', text: 'Open' })],
        {},
        flow,
      ],
      ['leave out the catalogue’s picture', [body('x'), buttons({ type: 'CATALOG', text: 'View' })], {}, []],
      [
        'name the end of an offer',
        [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration: true } }],
        { offer: { kind: 'time', at: NOW + 1 } },
        [
          {
            type: 'limited_time_offer',
            parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: NOW + 1 } }],
          },
        ],
      ],
      [
        'number the cards',
        [body('x'), { type: 'CAROUSEL', cards: [{ components: [{ type: 'HEADER', format: 'IMAGE' }] }] }],
        { 'card0.header': image },
        [
          {
            type: 'carousel',
            cards: [
              {
                card_index: 0,
                components: [{ type: 'header', parameters: [{ type: 'image', image: { id: '4711' } }] }],
              },
            ],
          },
        ],
      ],
      [
        'list products by line',
        [buttons({ type: 'MPM', text: 'View items' })],
        { 'button.0.thumbnail': text('a'), 'button.0.products': text('a\n\n b ') },
        [
          {
            type: 'button',
            sub_type: 'mpm',
            index: '0',
            parameters: [
              {
                type: 'action',
                action: {
                  thumbnail_product_retailer_id: 'a',
                  sections: [
                    {
                      title: 'View items',
                      product_items: [{ product_retailer_id: 'a' }, { product_retailer_id: 'b' }],
                    },
                  ],
                },
              },
            ],
          },
        ],
      ],
    ])('%s', (_case, components, values, expected) => {
      expect(build(components, values)).toEqual({ ok: true, components: expected });
    });

    test.each<[string, object[], FieldValues, string[]]>([
      ['an empty variable', [body('{{1}}')], { 'body.1': text('  ') }, ['valueMissing']],
      ['a line break', [body('{{1}}')], { 'body.1': text('a\nb') }, ['valueHasBreaks']],
      ['a tab', [body('{{1}}')], { 'body.1': text('a\tb') }, ['valueHasBreaks']],
      ['four spaces in a row', [body('{{1}}')], { 'body.1': text('a    b') }, ['valueHasBreaks']],
      ['a body that grows too long', [body('{{1}}')], { 'body.1': text('x'.repeat(1025)) }, ['bodyTooLong']],
      [
        'a header that grows too long',
        [{ type: 'HEADER', text: '{{1}}' }],
        { 'header.1': text('x'.repeat(61)) },
        ['headerTooLong'],
      ],
      ['a missing picture', [{ type: 'HEADER', format: 'IMAGE' }], {}, ['mediaMissing']],
      [
        'a link that is none',
        [{ type: 'HEADER', format: 'IMAGE' }],
        { header: { kind: 'media', source: { link: 'javascript:alert(1)' } } },
        ['linkMalformed'],
      ],
      [
        'a place off the earth',
        [{ type: 'HEADER', format: 'LOCATION' }],
        { header: { kind: 'location', latitude: 91, longitude: 0 } },
        ['locationMalformed'],
      ],
      [
        'a long coupon code',
        [buttons({ type: 'COPY_CODE' })],
        { 'button.0.code': text('x'.repeat(16)) },
        ['valueTooLong'],
      ],
      [
        'an offer that is over',
        [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration: true } }],
        { offer: { kind: 'time', at: NOW } },
        ['expiryPast'],
      ],
      [
        'too many products',
        [buttons({ type: 'MPM', text: 'v' })],
        { 'button.0.thumbnail': text('a'), 'button.0.products': text('p\n'.repeat(31)) },
        ['tooManyProducts'],
      ],
    ])('refuse %s', (_case, components, values, reasons) => {
      const built = build(components, values);
      expect(built.ok ? [] : built.problems.map(({ reason }) => reason)).toEqual(reasons);
    });

    test('characters are counted as people count them', () => {
      expect(charactersLeft(define([body('{{1}}')]), 'body', { 'body.1': text('👍👍') })).toBe(1022);
    });
  });

  describe('the preview', () => {
    test('shows what the customer will see', () => {
      const url = { type: 'URL', text: 'Track', url: 'https://e.example/{{1}}' };
      const definition = define([
        { type: 'HEADER', text: 'Order {{1}}' },
        body('Hi {{1}} {{2}}'),
        { type: 'FOOTER', text: 'Bye' },
        buttons(url, { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100' }),
      ]);
      const values = { 'header.1': text('7'), 'body.1': text('Ada'), 'button.0.suffix': text('7') };
      expect(previewTemplate(definition, values)).toMatchObject({
        header: { format: 'text', text: 'Order 7' },
        body: 'Hi Ada {{2}}',
        footer: 'Bye',
        buttons: [
          { kind: 'url', label: 'Track', target: 'https://e.example/7' },
          { kind: 'phone', label: 'Call', target: '+15550100' },
        ],
      });
    });

    test('shows the code of an authentication template, whose text WhatsApp writes', () => {
      const definition = define([{ type: 'BODY' }, buttons({ type: 'OTP', text: 'Copy' })], {
        category: 'AUTHENTICATION',
      });
      const preview = previewTemplate(definition, { 'button.0.code': text('123456') });
      expect(preview).toMatchObject({ body: undefined, oneTimeCode: '123456' });
    });
  });
});

describe('templateRequest', () => {
  const body = {
    phoneNumbers: ['+5511987654321', 551155550100],
    connectedWhatsAppNo: '551155550199',
    targetAgent: 'ana',
    targetDepartment: ' Sales ',
    template: { namespace: 'x', name: 'boarding', language: { code: 'en', policy: 'deterministic' } },
    unknown: true,
  };

  test('a request of the published contract is read, what it does not name is ignored', () => {
    expect(readTemplateRequest(body)).toEqual({
      ok: true,
      request: {
        phoneNumbers: ['+5511987654321', '551155550100'],
        connectedWhatsAppNo: '551155550199',
        targetAgent: 'ana',
        targetDepartment: 'Sales',
        template: { name: 'boarding', language: 'en', components: [] },
        isDetailed: false,
      },
    });
  });

  test.each<[what: string, request: unknown, error: string]>([
    ['no object', [], 'Error! Missing "phoneNumbers" field within the request'],
    ['a text', 'hi', 'Error! The request body must be a JSON object'],
    ['no numbers', { ...body, phoneNumbers: [] }, 'Error! Missing "phoneNumbers" field within the request'],
    [
      'too many numbers',
      { ...body, phoneNumbers: Array.from({ length: 251 }, String) },
      'Too many phone numbers! Please make sure that phoneNumbers are <= 250',
    ],
    [
      'no sender',
      { ...body, connectedWhatsAppNo: ' ' },
      'Error! Missing "connectedWhatsAppNo" field within the request',
    ],
    ['no template', { ...body, template: null }, 'Error! Missing "template" field within the request'],
    ['no name', { ...body, template: { language: 'en' } }, 'Error! Missing "template.name" field within the request'],
    [
      'no language',
      { ...body, template: { name: 'a' } },
      'Error! Missing "template.language" field within the request',
    ],
    [
      'an agent that is no text',
      { ...body, targetAgent: 7 },
      'Error! "targetAgent" and "targetDepartment" must be texts',
    ],
  ])('%s is refused in the words of the contract', (_what, request, error) => {
    expect(readTemplateRequest(request)).toEqual({ ok: false, error });
  });
});
