import { watchNumbers } from '../../../src/handlers/entry/jobs/watchNumbers';
import { readNumbers, saveNumber } from '../../../src/handlers/numbers/numbers';
import { forgetWarning } from '../../../src/handlers/numbers/warnings/forgetWarning';
import { warnAdmins } from '../../../src/handlers/numbers/warnings/warnAdmins';
import { connectedNumber } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import type { fakeHttp } from '../dialog360/support/connect';

jest.mock('../../../src/handlers/numbers/warnings/warnAdmins', () => ({ warnAdmins: jest.fn(async () => undefined) }));
jest.mock('../../../src/handlers/numbers/warnings/forgetWarning', () => ({
  forgetWarning: jest.fn(async () => undefined),
}));

const health = (facts: object = {}) => ({
  json: {
    id: '100',
    health_status: { can_send_message: 'AVAILABLE', entities: [] },
    quality_rating: 'GREEN',
    messaging_limit_tier: 'TIER_1K',
    verified_name: 'Acme',
    ...facts,
  },
});
const webhook = (url: string, headers?: object) => ({ json: { url, ...(headers && { headers }) } });
const ours = webhook('https://chat.example.org/api/apps/private/app-id/hash/incoming');
const known = connectedNumber({ quality: 'GREEN', messagingLimit: 'TIER_1K' });

async function watch(...replies: Parameters<typeof fakeHttp>) {
  const fake = fakeHost({ replies });
  await saveNumber(fake.host, known);
  await watchNumbers(fake.host);
  return fake;
}

const warned = () => jest.mocked(warnAdmins).mock.calls.map(([, , key]) => key);

describe('looking after a number', () => {
  beforeEach(() => {
    jest.mocked(warnAdmins).mockClear();
    jest.mocked(forgetWarning).mockClear();
  });

  test('tells nothing while all is well, so that what is wrong later is told', async () => {
    const { host } = await watch(health(), ours);
    expect(warned()).toEqual([]);
    expect(
      jest
        .mocked(forgetWarning)
        .mock.calls.map(([, occasion]) => occasion)
        .sort(),
    ).toEqual([
      `key ${known.digits}`,
      `warnings:addressMoved ${known.digits}`,
      `warnings:secretLost ${known.digits}`,
      `warnings:webhookChanged ${known.digits}`,
      `warnings:webhookLost ${known.digits}`,
    ]);
    expect(await readNumbers(host)).toMatchObject([{ displayName: 'Acme', quality: 'GREEN' }]);
  });

  test.each([
    ['warnings:qualityFell', health({ quality_rating: 'RED' }), ours],
    ['warnings:limitChanged', health({ messaging_limit_tier: 'TIER_250' }), ours],
    ['warnings:webhookLost', health(), webhook('')],
    ['warnings:webhookChanged', health(), webhook('https://other.example.org/')],
    ['warnings:secretLost', health(), webhook(ours.json.url, {})],
    ['warnings:secretLost', health(), webhook(ours.json.url, { 'x-whatsapp-webhook-secret': 'another' })],
  ])('tells %s', async (key, ...replies) => {
    await watch(...replies);
    expect(warned()).toEqual([key]);
  });

  test('tells a workspace that has moved from somebody else who set another webhook', async () => {
    const former = webhook('https://old.example.org/api/apps/private/app-id/hash/incoming');
    const fake = fakeHost({ replies: [health(), former, health(), webhook('https://other.example.org/')] });
    await saveNumber(fake.host, { ...known, siteUrl: 'https://old.example.org' });
    await watchNumbers(fake.host);
    await watchNumbers(fake.host);
    const params = { before: 'https://old.example.org', after: 'https://chat.example.org' };
    expect(jest.mocked(warnAdmins).mock.calls.map(([, , key, told]) => [key, told])).toEqual([
      ['warnings:addressMoved', expect.objectContaining(params)],
      ['warnings:webhookChanged', expect.anything()],
    ]);
  });

  test('learns for which address the webhook is set, while it is ours', async () => {
    const { host } = await watch(health(), ours);
    expect(await readNumbers(host)).toMatchObject([{ siteUrl: 'https://chat.example.org' }]);
    const other = await watch(health(), webhook('https://other.example.org/'));
    expect((await readNumbers(other.host))[0]?.siteUrl).toBeUndefined();
  });

  test('tells that a key is refused', async () => {
    await watch({ status: 401, json: { error: 'Invalid api key' } });
    expect(warned()).toEqual(['warnings:keyRefused']);
  });

  test('takes being asked too often for no news, and a blocked call for no refused key', async () => {
    await watch({ status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } });
    expect(warned()).toEqual([]);
    await watch({ status: 403, json: { error: 'The endpoint is blocked' } });
    expect(warned()).toEqual(['warnings:accountError']);
  });

  test('tells nothing when the rating rose, and keeps it', async () => {
    const fake = fakeHost({ replies: [health(), ours] });
    await saveNumber(fake.host, { ...known, quality: 'YELLOW' });
    await watchNumbers(fake.host);
    expect(warned()).toEqual([]);
    expect(await readNumbers(fake.host)).toMatchObject([{ quality: 'GREEN' }]);
  });

  test('takes an API that is out of reach for no news, and looks after the next number', async () => {
    const fake = fakeHost({ replies: [new Error('ECONNREFUSED'), health({ quality_rating: 'RED' }), ours] });
    await saveNumber(fake.host, known);
    await saveNumber(fake.host, { ...known, digits: '4930901820', apiKey: 'OTHER' });
    await watchNumbers(fake.host);
    expect(warned()).toEqual(['warnings:qualityFell']);
    expect(fake.log.join()).not.toContain(known.digits);
  });

  test('undoes nothing that an admin changed meanwhile', async () => {
    const fake = fakeHost({ replies: [health({ verified_name: 'New name' }), ours] });
    await saveNumber(fake.host, known);
    const get = fake.host.http.get.bind(fake.host.http);
    jest.spyOn(fake.host.http, 'get').mockImplementationOnce(async (url, options) => {
      await saveNumber(fake.host, { ...known, apiKey: 'NEW', welcomeMessage: 'Hello' });
      return get(url, options);
    });
    await watchNumbers(fake.host);
    expect(await readNumbers(fake.host)).toMatchObject([
      { apiKey: 'NEW', welcomeMessage: 'Hello', displayName: 'New name' },
    ]);
  });
});
