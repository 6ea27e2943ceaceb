import { inputsOf } from '../../src/flows/sendTemplate/formInputs';
import { listTemplates, PAGE } from '../../src/flows/sendTemplate/listTemplates';
import { preferredLanguage } from '../../src/flows/sendTemplate/lookup';
import { suggestFor } from '../../src/flows/sendTemplate/suggestions';
import type { TemplateRow } from '../../src/handlers/numbers/templates/templates';
import { readDefinition } from '../../src/handlers/whatsapp/templateDefinition';
import { sayKeys } from '../support/interactions';

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
