import { findTemplates, removeTemplates, saveTemplates } from '../../../src/handlers/records/templates';
import { fakeHost } from '../../support/fakeHost';

const template = { id: '1', name: 'hello', language: 'en', status: 'APPROVED', category: 'UTILITY' };

test('the templates of a number are stored, replaced and forgotten, those of another stay', async () => {
  const { host } = fakeHost();
  await saveTemplates(host, { number: '1', readAt: 5, templates: [template] });
  await saveTemplates(host, { number: '2', readAt: 6, templates: [] });
  expect(await findTemplates(host, '1')).toEqual({ kind: 'templates', number: '1', readAt: 5, templates: [template] });
  await saveTemplates(host, { number: '1', readAt: 7, templates: [] });
  expect(await findTemplates(host, '1')).toMatchObject({ readAt: 7, templates: [] });
  await removeTemplates(host, '1');
  expect(await findTemplates(host, '1')).toBeUndefined();
  expect(await findTemplates(host, '2')).toMatchObject({ readAt: 6 });
});

test('only what is needed is stored, and only so many', async () => {
  const { host } = fakeHost();
  const long = { ...template, components: [{ type: 'BODY', text: 'x'.repeat(1_000) }] };
  await saveTemplates(host, { number: '1', templates: Array.from({ length: 10_001 }, () => long) });
  const stored = await findTemplates(host, '1');
  expect(stored?.templates).toHaveLength(10_000);
  expect(stored?.templates[0]).toEqual(template);
});
