import type { Template } from '../../../src/handlers/dialog360/parseTemplates';
import {
  changeTemplate,
  findTemplate,
  findTemplateLanguages,
  findTemplates,
  noteTemplatesFailure,
  removeTemplates,
  saveTemplates,
} from '../../../src/handlers/numbers/templates/templates';
import { fakeHost } from '../../support/fakeHost';

const template: Template = {
  id: '1',
  name: 'hello',
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Hello {{1}}' }],
};
const named = (name: string, more: Partial<Template> = {}): Template => ({ ...template, name, ...more });

test('the templates of a number are stored, replaced and forgotten, those of another stay', async () => {
  const { host } = fakeHost();
  await saveTemplates(host, { number: '1', readAt: 5, templates: [template] });
  await saveTemplates(host, { number: '2', readAt: 6, templates: [template] });
  expect(await findTemplates(host, '1')).toMatchObject({ readAt: 5, templates: [{ name: 'hello', language: 'en' }] });
  await saveTemplates(host, { number: '1', readAt: 7, templates: [] });
  expect(await findTemplates(host, '1')).toMatchObject({ readAt: 7, templates: [] });
  expect(await findTemplate(host, '1', 'hello', 'en')).toBeUndefined();
  await removeTemplates(host, '1');
  expect(await findTemplates(host, '1')).toBeUndefined();
  expect(await findTemplate(host, '2', 'hello', 'en')).toMatchObject({ name: 'hello' });
  await removeTemplates(host, '2');
  expect(await findTemplate(host, '2', 'hello', 'en')).toBeUndefined();
});

test('the list has no texts, and only so many rows', async () => {
  const { host } = fakeHost();
  const long = Array.from({ length: 10_001 }, (_, at) => named(`t${at}`));
  await saveTemplates(host, { number: '1', readAt: 1, templates: long });
  const stored = await findTemplates(host, '1');
  expect(stored?.templates).toHaveLength(10_000);
  expect(JSON.stringify(stored)).not.toContain('Hello');
});

test('a template is found with its parts, its language in any spelling, by one read of a part of all', async () => {
  const { host, store } = fakeHost();
  const many = Array.from({ length: 1_000 }, (_, at) => named(`t${at}`));
  const templates = [...many, named('hello', { language: 'pt_BR' }), named('hello')];
  await saveTemplates(host, { number: '1', readAt: 1, templates });
  const reads: number[] = [];
  const read = store.readByAssociation.bind(store);
  store.readByAssociation = async (...args) => {
    const records = await read(...args);
    reads.push(JSON.stringify(records).length);
    return records;
  };
  const found = await findTemplate(host, '1', 'hello', 'pt-br');
  expect(found).toMatchObject({ language: 'pt_BR', definition: { body: { variables: ['1'] } } });
  expect(reads).toHaveLength(1);
  expect(reads[0]).toBeLessThan(JSON.stringify(templates).length / 20);
  expect((await findTemplateLanguages(host, '1', 'hello')).map(({ language }) => language)).toEqual(['pt_BR', 'en']);
  expect(await findTemplate(host, '1', 'hello', 'fr')).toBeUndefined();
});

test('a reading tells what it changed', async () => {
  const { host } = fakeHost();
  const first = await saveTemplates(host, { number: '1', readAt: 1, templates: [named('a'), named('b'), named('c')] });
  expect(first).toEqual({ added: 3, changed: 0, gone: 0 });
  const components = [{ type: 'BODY', text: 'Good morning' }];
  const templates = [named('a'), named('b', { components }), named('d'), named('d', { language: 'de' })];
  expect(await saveTemplates(host, { number: '1', readAt: 2, templates })).toEqual({ added: 2, changed: 1, gone: 1 });
});

test('a failure keeps what was known, and a first one leaves an empty list', async () => {
  const { host } = fakeHost();
  await noteTemplatesFailure(host, '1', { at: 3, key: 'errors:bug' });
  expect(await findTemplates(host, '1')).toMatchObject({ templates: [], failure: { at: 3 } });
  await saveTemplates(host, { number: '1', readAt: 4, templates: [template] });
  await noteTemplatesFailure(host, '1', { at: 5, key: 'errors:bug' });
  expect(await findTemplates(host, '1')).toMatchObject({ readAt: 4, templates: [{ name: 'hello' }] });
  expect(await findTemplate(host, '1', 'hello', 'en')).toMatchObject({ status: 'APPROVED' });
});

test('news of one template change the list and the template; nothing is added', async () => {
  const { host } = fakeHost();
  await saveTemplates(host, { number: '1', readAt: 1, templates: [named('a'), named('b')] });
  await changeTemplate(host, '1', ({ name }) => name === 'a', { status: 'PAUSED' });
  expect((await findTemplates(host, '1'))?.templates.map(({ status }) => status)).toEqual(['PAUSED', 'APPROVED']);
  expect(await findTemplate(host, '1', 'a', 'en')).toMatchObject({ status: 'PAUSED' });
  await changeTemplate(host, '1', ({ name }) => name === 'x', { status: 'PAUSED' });
  await changeTemplate(host, '2', () => true, { status: 'PAUSED' });
  expect((await findTemplates(host, '1'))?.templates).toHaveLength(2);
  expect(await findTemplates(host, '2')).toBeUndefined();
});

test('of two pieces that two instances stored at once the newer one counts', async () => {
  const { host, store } = fakeHost();
  await saveTemplates(host, { number: '1', readAt: 1, templates: [template] });
  const read = store.readByAssociation.bind(store);
  store.readByAssociation = async (...args) => {
    const records = await read(...args);
    return records.flatMap((record) => [record, { ...record, storedAt: 1, templates: [] }].reverse());
  };
  expect(await findTemplate(host, '1', 'hello', 'en')).toBeDefined();
});

test('another address of a header’s sample file is no change, another text is one', async () => {
  const { host } = fakeHost();
  const of = (text: string, address: string) =>
    saveTemplates(host, {
      number: '1',
      readAt: 1,
      templates: [
        named('offer', {
          components: [
            { type: 'HEADER', format: 'IMAGE', example: { header_handle: [address] } },
            { type: 'BODY', text },
          ],
        }),
      ],
    });
  await of('Look', 'https://example.com/1');
  expect(await of('Look', 'https://example.com/2')).toMatchObject({ added: 0, changed: 0, gone: 0 });
  expect(await of('Look here', 'https://example.com/2')).toMatchObject({ changed: 1 });
});
