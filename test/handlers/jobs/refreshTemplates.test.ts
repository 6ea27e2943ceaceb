import { refreshTemplates } from '../../../src/handlers/entry/jobs/refreshTemplates';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { saveTemplates } from '../../../src/handlers/numbers/templates/templates';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import type { fakeHttp } from '../dialog360/support/connect';

const MINUTE = 60_000;
const number = connectedNumber();
const list = { json: { total: 0, waba_templates: [] } };

async function host(settings: object = {}, ...replies: Parameters<typeof fakeHttp>) {
  const fake = fakeHost({ settings: { ...settings }, replies: replies.length > 0 ? replies : [list] });
  await saveNumber(fake.host, number);
  return fake;
}

test.each([
  ['never read', undefined, {}, {}, 1],
  ['read ten minutes ago, where half an hour is enough', 10, {}, {}, 0],
  ['read ten minutes ago, where five are asked for', 10, { template_refresh_interval: 5 }, {}, 1],
  ['read ten minutes ago, and something changed since', 10, {}, { since: Date.now() }, 1],
  ['what came with the job is of another kind', 10, {}, { since: 'yesterday' }, 0],
])('%s', async (_case, minutes, settings, data, asked) => {
  const fake = await host(settings);
  if (minutes !== undefined) {
    const readAt = Date.now() - minutes * MINUTE;
    await saveTemplates(fake.host, { number: number.digits, readAt, templates: [] });
  }
  await refreshTemplates(fake.host, data);
  expect(fake.requests).toHaveLength(asked);
});

test('a number that cannot be looked at does not keep the next one from its turn', async () => {
  const fake = await host({}, list);
  await saveNumber(fake.host, connectedNumber({ digits: '4930901820', apiKey: 'another-key-0000' }));
  const write = fake.store.updateByAssociations.bind(fake.store);
  let failures = 0;
  fake.store.updateByAssociations = async (...args) => {
    failures += 1;
    if (failures === 1) throw new Error('the store is away');
    return write(...args);
  };
  await refreshTemplates(fake.host, undefined);
  expect(fake.log.join()).toContain('the store is away');
  expect(failures).toBe(2);
});
