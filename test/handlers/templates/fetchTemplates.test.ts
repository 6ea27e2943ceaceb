import { removeNumber, saveNumber } from '../../../src/handlers/numbers/numbers';
import { findTemplates } from '../../../src/handlers/numbers/templates/templates';
import { fetchTemplates } from '../../../src/handlers/numbers/templates/fetchTemplates';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import type { fakeHttp } from '../dialog360/support/connect';

const number = connectedNumber();
const list = (...names: string[]) => ({
  json: {
    total: names.length,
    waba_templates: names.map((name) => ({ name, language: 'en', status: 'approved', components: [{ type: 'BODY' }] })),
  },
});

async function connected(...replies: Parameters<typeof fakeHttp>) {
  const { host } = fakeHost({ replies });
  await saveNumber(host, number);
  return host;
}

test('the list is kept without the texts of its templates', async () => {
  const host = await connected(list('a', 'b'));
  const before = Date.now();
  await fetchTemplates(host, number);
  const stored = await findTemplates(host, number.digits);
  expect(stored?.templates).toMatchObject([
    { name: 'a', language: 'en', status: 'APPROVED' },
    { name: 'b', language: 'en', status: 'APPROVED' },
  ]);
  expect(JSON.stringify(stored)).not.toContain('BODY');
  expect(stored?.readAt).toBeGreaterThanOrEqual(before);
});

test('an attempt that fails keeps the list and says why, and the next one that succeeds forgets that', async () => {
  const host = await connected(list('a'), { status: 500 }, list('b'));
  await fetchTemplates(host, number);
  const first = await findTemplates(host, number.digits);
  await fetchTemplates(host, number);
  const second = await findTemplates(host, number.digits);
  expect(second).toMatchObject({ ...first, failure: { key: 'errors:dialog360Down' } });
  await fetchTemplates(host, number);
  const third = await findTemplates(host, number.digits);
  expect(third?.templates).toMatchObject([{ name: 'b' }]);
  expect(third?.failure).toBeUndefined();
});

test('a first attempt that fails leaves no list, only the reason', async () => {
  const host = await connected({ status: 500 });
  await fetchTemplates(host, number);
  const stored = await findTemplates(host, number.digits);
  expect(stored).toMatchObject({ templates: [], failure: { key: 'errors:dialog360Down' } });
  expect(stored?.readAt).toBeUndefined();
});

test('nothing is kept for a number that was disconnected meanwhile', async () => {
  const host = await connected(list('a'));
  await removeNumber(host, number.digits);
  await fetchTemplates(host, number);
  expect(await findTemplates(host, number.digits)).toBeUndefined();
});
