import { sendTemplateFlow } from '../../src/flows/sendTemplate/sendTemplateFlow';
import type { Template } from '../../src/handlers/dialog360/parseTemplates';
import { saveNumber } from '../../src/handlers/numbers/numbers';
import { noteTemplatesFailure } from '../../src/handlers/numbers/templates/templates';
import { noteTemplateUse } from '../../src/handlers/numbers/templates/templateUses';
import { storeConversation } from '../../src/handlers/omnichannel/conversations/conversations';
import type { fakeHttp } from '../handlers/dialog360/support/connect';
import { rareTemplates } from '../fixtures/rareTemplates';
import { playJourney } from '../support/playJourney';
import { connectedNumber, conversation } from '../support/records';
import {
  filling,
  NUMBER,
  open,
  order,
  show,
  submit,
  template,
  use,
  withAna,
  workspace,
} from '../support/templateWizard';

describe('templates are looked at', () => {
  const late = template('late', { language: 'de', status: 'REJECTED', rejectedReason: 'ABUSIVE_CONTENT' });
  const all = [order, template('order_update', { language: 'pt_BR', status: 'PAUSED' }), late];

  test('the list says what each one is, and is searched and filtered', async () => {
    const { host } = await workspace(all);
    const journey = await playJourney(sendTemplateFlow, host, open);
    const listed = await journey.reads();
    expect(listed).toEqual(
      expect.arrayContaining([
        '*late*',
        'Utility · rejected · German',
        '*order_update*',
        'Utility · approved, paused · **Quality:** high · English, Brazilian Portuguese',
        '1–2 of 2',
        'This list was read 1 minute ago.',
      ]),
    );
    const names = async (view: object) =>
      (await journey.does({ type: 'VIEW', view })).filter((line) => line.startsWith('*'));
    expect(await names({ search: 'order' })).toEqual(['*order_update*']);
    expect(await names({ search: '', language: 'de' })).toEqual(['*late*']);
    expect(await names({ language: '', status: 'sendable' })).toEqual(['*order_update*']);
    expect(await journey.does({ type: 'VIEW', view: { search: 'nothing' } })).toContain(
      'No template matches your search.',
    );
  });

  test('a long list has pages', async () => {
    const { host } = await workspace(Array.from({ length: 20 }, (_, at) => template(`t${10 + at}`)));
    const journey = await playJourney(sendTemplateFlow, host, open);
    expect(await journey.reads()).toEqual(expect.arrayContaining(['1–8 of 20', 'Next page']));
    const second = await journey.does({ type: 'VIEW', view: { page: 1 } });
    expect(second).toEqual(expect.arrayContaining(['*t18*', '9–16 of 20', 'Previous page', 'Next page']));
    const last = await journey.does({ type: 'VIEW', view: { page: 2 } });
    expect(last).toEqual(expect.arrayContaining(['17–20 of 20', 'Previous page']));
    expect(last).not.toContain('Next page');
  });

  test('with two numbers the number is chosen first, and can be changed above the list', async () => {
    const { host } = await workspace(all);
    await saveNumber(host, connectedNumber({ digits: '551155550200', apiKey: 'OTHER' }));
    const resume = { view: 'v', text: 'You have begun order_update.' };
    const journey = await playJourney(sendTemplateFlow, host, { ...open, number: undefined, resume });
    expect(await journey.reads()).toEqual(
      expect.arrayContaining(['You have begun order_update.', 'Acme · +55 11 5555 0100', '+55 11 5555 0200']),
    );
    expect(await journey.does({ type: 'NUMBER', number: '551155550200' })).toEqual(
      expect.arrayContaining([expect.stringMatching(/have not been read yet/), '+55 11 5555 0200']),
    );
    expect(await journey.does({ type: 'NUMBER', number: NUMBER })).toContain('*order_update*');
  });

  test('one says what it is in each language, and why it cannot be sent', async () => {
    const { host } = await workspace(all);
    const journey = await playJourney(sendTemplateFlow, host, open);
    expect(await journey.does(show(order))).toEqual([
      'WhatsApp template',
      '*order_update*',
      '**From:** +55 11 5555 0100',
      '**Category:** Utility',
      '**State:** approved',
      '**Quality:** high',
      'Language',
      'English',
      'Brazilian Portuguese (paused)',
      'English',
      'What the customer sees',
      '*Order {{1}}*',
      'Hi {{1}}, your order {{2}} is ready.',
      'Acme',
      ':link: Track · https://acme.example/{{1}}',
      ':leftwards_arrow_with_hook: Thanks',
      'Use',
      'Back',
      'Close',
    ]);
    const paused = await journey.does({ type: 'LANGUAGE', language: 'pt_BR' });
    expect(paused).toEqual(expect.arrayContaining([expect.stringMatching(/^:no_entry_sign: .*paused/)]));
    expect(paused).not.toContain('Use');
    await journey.does({ type: 'BACK' });
    expect(await journey.does(show(late))).toEqual(
      expect.arrayContaining(['**State:** rejected', expect.stringMatching(/^\*\*Reason:\*\* /)]),
    );
  });

  test.each([
    [
      'new ones',
      [{ json: { total: 1, waba_templates: [{ ...order, name: 'new_one', status: 'approved' }] } }],
      /1 new/,
    ],
    ['that 360dialog does not answer', [{ status: 503, text: 'down' }], /could not be refreshed/],
  ] as [string, Parameters<typeof fakeHttp>, RegExp][])('Refresh Templates tells %s', async (_what, replies, said) => {
    const { host } = await workspace(all, { replies });
    const journey = await playJourney(sendTemplateFlow, host, open);
    const listed = await journey.does({ type: 'REFRESH' });
    expect(listed).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
    expect(listed.includes('*order_update*')).toBe(said.source !== '1 new');
  });

  test('a list that could not be read says since when, and why', async () => {
    const { host } = await workspace(all);
    await noteTemplatesFailure(host, NUMBER, { at: Date.now() - 7_200_000, key: 'errors:dialog360Down' });
    const journey = await playJourney(sendTemplateFlow, host, open);
    expect(await journey.reads()).toEqual(expect.arrayContaining([expect.stringMatching(/1 minute ago.*2 hours ago/)]));
  });
});

describe('a recipient is typed', () => {
  test.each([
    ['no phone', 'Ana', /^:warning: /],
    ['our own number', '+55 11 5555-0100', /^:warning: .*own connected numbers/],
  ])('%s is said under the field', async (_what, recipient, said) => {
    const { host } = await workspace([order]);
    const journey = await playJourney(sendTemplateFlow, host, open);
    await journey.does(show(order));
    expect(await journey.does(use)).toEqual(
      expect.arrayContaining(['WhatsApp number of the customer', 'Send to a list', '**From:** +55 11 5555 0100']),
    );
    expect(await journey.does(submit({ recipient }))).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
    expect(journey.at()).toBe('addressing');
  });

  test('who has written before is known by name and by WhatsApp’s spelling of the phone', async () => {
    const { host } = await workspace([order]);
    await storeConversation(host, conversation({ waId: '551195550111', ids: ['551195550111'] }));
    const journey = await playJourney(sendTemplateFlow, host, open);
    await journey.does(show(order));
    await journey.does(use);
    expect(await journey.does(submit({ recipient: '+55 11 99555-0111' }))).toContain('**To:** Ana · +55 1195550111');
    expect(journey.context().customer).toEqual({ id: '551195550111', isPhone: true, name: 'Ana' });
  });
});

describe('a form is filled in', () => {
  test('it says what is missing, fills in what is known, and shows the message as it grows', async () => {
    const { host } = await workspace([order]);
    const use = { number: NUMBER, name: order.name, language: 'en', at: 1, values: { 'body.2': 'A-41' } };
    await noteTemplateUse(host, 'admin-id', use);
    const { form, ids, does, fill, at } = await filling(host, order);
    expect(form).toEqual(
      expect.arrayContaining([
        '**To:** Ana · +55 11 95555 0111',
        '**Template:** order_update · English · Utility',
        'Header {{1}}',
        'Customer’s name: Ana',
        'End of the address of “Track”',
        'Hi Ana, your order A-41 is ready.',
        'Characters left in the header: 49. Characters left in the text: 991.',
      ]),
    );
    expect((await does(fill(''))).filter((line) => line === ':warning: Fill this in.')).toHaveLength(2);
    const [header = '', , number = ''] = ids;
    const typed = await does({ type: 'TYPED', typed: { [header]: '42' } });
    expect(typed).toEqual(expect.arrayContaining(['*Order 42*']));
    expect(typed.filter((line) => line === ':warning: Fill this in.')).toHaveLength(1);
    expect(await does({ type: 'FILL', input: number, value: 'Sales', revision: 1 })).toContain(
      'Hi Ana, your order Sales is ready.',
    );
    expect(await does(fill('42', 'Ana', 'A-42', 't1'))).toEqual(
      expect.arrayContaining(['Send this template?', ':link: Track · https://acme.example/t1']),
    );
    await does({ type: 'BACK' });
    expect(at()).toBe('filling');
  });

  const asks: Record<string, string[]> = {
    named_in_header: ['Header {{order_id}}', 'Text {{name}}', 'Text {{order_id}}'],
    looping_picture: ['GIF in the header', 'Text {{1}}'],
    one_product: ['Catalog ID', 'Product ID', 'Text {{1}}'],
    product_list: ['Header {{1}}', 'Product ID for the picture', 'Product IDs for the list'],
    catalog: ['Text {{1}}', 'Product ID for the picture'],
    product_cards: [
      'Text {{1}}',
      'Card 1: Catalog ID',
      'Card 1: Product ID',
      'Card 2: Catalog ID',
      'Card 2: Product ID',
    ],
    call_us: ['Text {{1}}'],
    zero_tap_code: ['One-time code'],
    until_midnight: ['Coupon code', 'When the offer ends'],
    our_shop: ['Latitude and longitude', 'Name of the place', 'Address of the place'],
  };
  const more = [
    {
      name: 'until_midnight',
      components: [
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon!', has_expiration: true } },
        { type: 'BODY', text: 'Half price' },
        { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: '' }] },
      ],
    },
    {
      name: 'our_shop',
      components: [
        { type: 'HEADER', format: 'LOCATION' },
        { type: 'BODY', text: 'Come and see' },
      ],
    },
  ];
  const sendable = [...rareTemplates, ...more].filter(({ name }) => !name.startsWith('unknown'));

  test.each(sendable.map((rare) => [rare.name, rare as Partial<Template>] as const))(
    '%s asks for what it needs',
    async (name, facts) => {
      const rare = template(name, facts);
      const { host } = await workspace([rare]);
      const { form } = await filling(host, rare);
      const labels = asks[name] ?? [];
      expect(form.filter((line) => labels.includes(line))).toEqual(labels);
    },
  );

  test.each(rareTemplates.filter(({ name }) => name.startsWith('unknown')).map((rare) => [rare.name, rare] as const))(
    '%s is not offered to be sent',
    async (name, facts) => {
      const rare = template(name, facts);
      const { host } = await workspace([rare]);
      const journey = await playJourney(sendTemplateFlow, host, withAna);
      const shown = await journey.does(show(rare));
      expect(shown).not.toContain('Use');
      expect(shown).not.toContain('**');
      // A client may still press it.
      await journey.does(use);
      expect(journey.at()).toBe('showing');
    },
  );

  test('values that are no text are read as people write them', async () => {
    const [offer, shop] = more.map(({ name, components }) => template(name, { components }));
    if (!offer || !shop) throw new Error('a template is missing');
    const { host } = await workspace([offer, shop]);
    const atShop = await filling(host, shop);
    expect(await atShop.does(atShop.fill('near the church'))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^:warning: This is not a place\./)]),
    );
    expect(await atShop.does(atShop.fill('https://maps.example/@52.5163,13.3777', 'Acme', 'High Street 1'))).toContain(
      ':round_pushpin: Place: Acme, High Street 1',
    );
    const ending = await filling(host, offer);
    const [code = '', ends = ''] = ending.ids;
    // The client offers hours; another one may send anything.
    expect(await ending.does(submit({ [ends]: 'soon', [code]: 'HALF' }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^:warning: .*offer/)]),
    );
    expect(await ending.does(submit({ [ends]: '24', [code]: 'HALF' }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^:hourglass_flowing_sand: Ends soon! · /)]),
    );
  });

  test('files of the conversation that fit are offered for the header', async () => {
    const picture = template('picture', {
      components: [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Look' },
      ],
    });
    const messages = [
      { file: { _id: 'f1', name: 'menu.png', type: 'image/png' } },
      { file: { _id: 'f2', name: 'menu.pdf', type: 'application/pdf' } },
    ];
    const { host } = await workspace([picture], { messages });
    const { form, ids, does } = await filling(host, picture);
    expect(form).toEqual(expect.arrayContaining(['Or a file of this conversation', 'menu.png']));
    expect(form).not.toContain('menu.pdf');
    const [link = '', file = ''] = ids;
    expect(await does(submit({ [link]: 'ftp://x' }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^:warning: This is neither a web address/)]),
    );
    expect(await does(submit({ [file]: 'f1' }))).toContain(':paperclip: Picture in the header: menu.png');
  });
});
