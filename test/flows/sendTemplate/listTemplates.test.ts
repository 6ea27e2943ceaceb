import { listTemplates, PAGE } from '../../../src/flows/sendTemplate/listTemplates';
import type { TemplateRow } from '../../../src/handlers/numbers/templates/templates';

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
