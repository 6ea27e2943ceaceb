import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { inputsOf } from '../../src/flows/sendTemplate/formInputs';
import { listTemplates, PAGE } from '../../src/flows/sendTemplate/listTemplates';
import { preferredLanguage } from '../../src/flows/sendTemplate/lookup';
import { openTemplateWizard } from '../../src/flows/sendTemplate/openTemplateWizard';
import { sendTemplateFlow } from '../../src/flows/sendTemplate/sendTemplateFlow';
import { suggestFor } from '../../src/flows/sendTemplate/suggestions';
import { createTranslator } from '../../src/handlers/core/translator';
import type { Template } from '../../src/handlers/dialog360/parseTemplates';
import { removeNumber } from '../../src/handlers/numbers/numbers';
import type { TemplateRow } from '../../src/handlers/numbers/templates/templates';
import { storeConversation } from '../../src/handlers/omnichannel/conversations/conversations';
import { readDefinition } from '../../src/handlers/whatsapp/templateDefinition';
import type { fakeHttp } from '../handlers/dialog360/support/connect';
import { fakeHost } from '../support/fakeHost';
import { sayKeys, sceneOf } from '../support/interactions';
import { playJourney } from '../support/playJourney';
import { conversation } from '../support/records';
import { shownTexts } from '../support/screens';
import {
  filling,
  NUMBER,
  open,
  order,
  SENT,
  show,
  submit,
  template,
  use,
  withAna,
  workspace,
} from '../support/templateWizard';
import { whatsappRoom } from '../support/workspace';

describe('listTemplates', () => {
  const row = (name: string, more: Partial<TemplateRow> = {}): TemplateRow => ({
    name,
    language: 'en',
    status: 'APPROVED',
    hash: '',
    ...more,
  });
  const all = { search: '', language: '', status: '', page: 0 };
  const names = (...of: Parameters<typeof listTemplates>) => listTemplates(...of).entries.map(({ name }) => name);

  test('a name has one entry, with all its languages that fit', () => {
    const rows = [row('b'), row('a'), row('b', { language: 'de' })];
    expect(listTemplates(rows, all)).toMatchObject({
      entries: [{ name: 'a' }, { name: 'b', rows: [{ language: 'en' }, { language: 'de' }] }],
      total: 2,
      languages: ['de', 'en'],
    });
    expect(names(rows, { ...all, language: 'de' })).toEqual(['b']);
  });

  test.each([
    ['ORDER up', ['order_update']],
    ['update order', ['order_update']],
    ['order_update', ['order_update']],
    ['  ', ['hello', 'order_update']],
    ['none', []],
  ])('“%s” finds %j', (search, found) => {
    expect(names([row('order_update'), row('hello')], { ...all, search })).toEqual(found);
  });

  test('what can be sent and what cannot are told apart', () => {
    const rows = [row('a'), row('b', { status: 'PAUSED' })];
    expect(names(rows, { ...all, status: 'sendable' })).toEqual(['a']);
    expect(names(rows, { ...all, status: 'stopped' })).toEqual(['b']);
  });

  test('what was used lately comes first', () => {
    expect(names([row('a'), row('b'), row('c')], all, ['c', 'gone', 'b'])).toEqual(['c', 'b', 'a']);
  });

  test('6,000 templates are shown in pages, and a page that is gone is the last one', () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => row(`t${String(at).padStart(4, '0')}`));
    expect(names(rows, { ...all, page: 1 })[0]).toBe('t0008');
    expect(listTemplates(rows, { ...all, page: 9_999 }).page).toBe(6_000 / PAGE - 1);
    expect(listTemplates([], { ...all, page: 3 })).toMatchObject({ page: 0, total: 0, entries: [] });
  });
});

describe('suggestions', () => {
  const known = { customer: 'Ana', agent: 'Paul', department: 'Sales', number: '+55 11', last: { 'body.1': 'before' } };

  test.each([
    ['Hi {{1}}, welcome', '1', 'customer'],
    ['Olá {{1}}!', '1', 'customer'],
    ['مرحباً {{1}}، أهلاً', '1', 'customer'],
    ['Your code is {{1}}', '1', 'last'],
    ['Dear {{customer_name}}', 'customer_name', 'customer'],
    ['You talk to {{agent_name}}', 'agent_name', 'agent'],
    ['Ask {{department}}', 'department', 'department'],
    ['Your order {{product_name}}', 'product_name', undefined],
  ])('“%s” suggests for %s: %s', (text, variable, source) => {
    const definition = readDefinition({ components: [{ type: 'BODY', text }] });
    const [input] = inputsOf({ name: 'n', language: 'en', definition }, sayKeys);
    if (!input) throw new Error('there is no input');
    expect(input.field.input).toMatchObject({ variable });
    expect(suggestFor(input, definition, known).first?.source).toBe(source);
  });

  test.each([
    [['en', 'pt_BR', 'pt_PT'], '5511987654321', 'en', 'pt_BR'],
    [['en', 'pt_PT'], '5511987654321', 'en', 'pt_PT'],
    [['en', 'de'], '5511987654321', 'de', 'de'],
    [['fr', 'en_US'], undefined, 'tr', 'en_US'],
    [['fr'], '4915112345678', 'tr', 'fr'],
    [[], undefined, 'tr', ''],
  ])('of %j a customer with %s in a workspace in %s is offered %s first', (languages, phone, workspace, first) => {
    expect(preferredLanguage(languages, { phone, workspace })).toBe(first);
  });
});

describe('a template is sent', () => {
  /** The journey in the review of a filled form. */
  async function reviewing(host: Parameters<typeof playJourney>[1], chosen: Template = order, input: object = open) {
    const journey = await playJourney(sendTemplateFlow, host, input);
    await journey.does(show(chosen));
    await journey.does(use);
    await journey.does(submit({ recipient: '+55 11 95555-0111' }));
    const ids = Object.keys(journey.context().suggested as object);
    if (ids.length > 0) await journey.does(submit(Object.fromEntries(ids.map((id) => [id, '42']))));
    expect(journey.at()).toBe('reviewing');
    return journey;
  }

  test('once, and who sent it outside a conversation is told there', async () => {
    const { host, requests, said } = await workspace([order], { replies: [SENT] });
    const journey = await reviewing(host);
    expect(await journey.does(submit())).toContain(
      ':white_check_mark: **order_update** was sent to +55 11 95555 0111.',
    );
    expect(requests.map(({ content }) => JSON.parse(content ?? '') as unknown)).toMatchObject([
      {
        to: '5511955550111',
        template: { name: 'order_update', components: [{ type: 'header' }, { type: 'body' }, { type: 'button' }] },
      },
    ]);
    expect(said).toMatchObject([{ to: 'admin-id', room: 'room-id' }]);
    // Next time the form begins with these values.
    const again = await filling(host, order, { ...withAna, customer: { id: '5511955550112', isPhone: true } });
    expect(again.form).toContain('As last time: 42');
  });

  const plain = template('plain');
  const changed = template('plain', { components: [{ type: 'BODY', text: 'Hello there' }] });

  test.each<[string, Parameters<typeof fakeHttp>, Template[] | undefined, string, RegExp]>([
    [
      'refused by WhatsApp',
      [{ status: 400, json: { error: { code: 131026, message: 'x' } } }],
      undefined,
      'reviewing',
      /^:warning: /,
    ],
    ['slowed down by WhatsApp', [{ status: 503 }], undefined, 'queued', /^:hourglass_flowing_sand: .*is on its way to/],
    ['paused meanwhile', [], [template('plain', { status: 'PAUSED' })], 'showing', /^:no_entry_sign: .*paused/],
    ['deleted meanwhile', [], [], 'showing', /^:no_entry_sign: /],
    ['changed meanwhile', [], [changed], 'reviewing', /^:warning: .*changed/],
    ['dearer meanwhile', [], [template('plain', { category: 'MARKETING' })], 'reviewing', /^:warning: .*Marketing/],
    [
      'not as 360dialog knows it',
      [{ status: 400, json: { error: { code: 132000, message: 'x' } } }, { json: { waba_templates: [changed] } }],
      undefined,
      'reviewing',
      /^:warning: .*/,
    ],
  ])('%s: it is said', async (_what, replies, meanwhile, at, said) => {
    const { host, store, requests } = await workspace([plain], { replies });
    const journey = await reviewing(host, plain);
    if (meanwhile) await store(meanwhile);
    expect(await journey.does(submit())).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
    expect(journey.at()).toBe(at);
    expect(requests).toHaveLength(replies.length);
  });

  test('not from a number that was disconnected meanwhile', async () => {
    const { host, requests } = await workspace([plain], { replies: [SENT] });
    const journey = await reviewing(host, plain);
    await removeNumber(host, NUMBER);
    expect(await journey.does(submit())).toEqual(
      expect.arrayContaining([expect.stringMatching(/^:warning: .*\+55 11 5555 0100/)]),
    );
    expect(requests).toEqual([]);
  });

  test('what comes of slow work is told in the room to somebody who closed the view', async () => {
    const { host, said } = await workspace([plain]);
    const position = { state: 'reviewing', busy: false, done: false };
    const notice = { key: 'templates:changed' };
    const t = createTranslator('en');
    await sendTemplateFlow.tellLate({ ...position, context: { ...open, notice } }, sceneOf(host, { t }));
    await sendTemplateFlow.tellLate({ ...position, context: open }, sceneOf(host, { t }));
    expect(said).toEqual([expect.objectContaining({ room: 'room-id', text: t('templates:changed') })]);
  });
});

describe('opening the templates', () => {
  // The pause that ends a person's patience would outlive the test.
  beforeEach(() => void jest.useFakeTimers({ advanceTimers: true }));
  afterEach(() => void jest.useRealTimers());

  const inRoom = (room: IRoom) => ({ room, surface: 'modal', status: 'sendable' }) as const;

  test('is refused where no number is connected, or the number of the conversation is not any more', async () => {
    const empty = sceneOf(fakeHost().host);
    expect(await openTemplateWizard(empty, inRoom(whatsappRoom()))).toEqual({ refusal: { key: 'numbers:none' } });
    const { host } = await workspace([order]);
    const gone = whatsappRoom({ customFields: { whatsapp: { number: '551155550999', customer: '5511955550111' } } });
    expect(await openTemplateWizard(sceneOf(host), inRoom(gone))).toMatchObject({
      refusal: { key: 'errors:numberGone' },
    });
  });

  test('offers in the same room to go on with what this person began there for the customer', async () => {
    const { host } = await workspace([order]);
    await storeConversation(host, conversation());
    const t = createTranslator('en');
    const opened = await openTemplateWizard(sceneOf(host, { t }), inRoom(whatsappRoom()));
    if (!('first' in opened)) throw new Error('it was refused');
    await playJourney(sendTemplateFlow, host, { ...withAna, roomId: 'room-id' }, { stage: 'left' }).then(
      async ({ does, context }) => {
        await does(show(order));
        await does(use);
        await does({ type: 'LEAVE', typed: { [Object.keys(context().suggested as object)[0] ?? '']: '42' } });
      },
    );
    const lines = async (room: IRoom) => {
      const again = await openTemplateWizard(sceneOf(host, { t }), inRoom(room));
      return 'first' in again ? shownTexts(again.first.modal.blocks) : [];
    };
    expect(await lines(whatsappRoom())).toEqual(
      expect.arrayContaining([expect.stringMatching(/order_update.*Ana/), 'Go on']),
    );
    expect(await lines(whatsappRoom({ id: 'other-room' }))).not.toContain('Go on');
  });
});
