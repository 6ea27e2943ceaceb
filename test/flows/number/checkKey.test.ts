import { checkKey } from '../../../src/flows/number/checkKey';
import type { fakeHttp } from '../../handlers/dialog360/support/connect';
import { fakeHost } from '../../support/fakeHost';
import { sceneOf } from '../../support/sceneOf';

const digits = '551155550100';
const healthy = {
  id: '100200300',
  health_status: { can_send_message: 'AVAILABLE', entities: [] },
  display_phone_number: '+55 11 5555-0100',
  verified_name: 'Acme',
  quality_rating: 'GREEN',
  messaging_limit_tier: 'TIER_1K',
};
const check = (...replies: Parameters<typeof fakeHttp>) =>
  checkKey(sceneOf(fakeHost({ replies }).host), 'A1B2C3D4', digits);

describe('a key at 360dialog', () => {
  test('is accepted, with what is told of its number', async () => {
    expect(await check({ json: healthy })).toMatchObject({
      type: 'ACCEPTED',
      facts: { displayName: 'Acme', quality: 'GREEN', messagingLimit: 'TIER_1K' },
    });
  });

  test('is refused when it belongs to another number, and told to which', async () => {
    expect(await check({ json: { ...healthy, display_phone_number: '+49 30 901820' } })).toEqual({
      type: 'FAILED',
      errors: { phoneNumber: { key: 'errors:keyOfOtherNumber', params: { number: '+49 30 901820' } } },
    });
  });

  test('is refused in plain words when 360dialog says no or cannot be reached', async () => {
    expect(await check({ status: 401, json: { error: 'Invalid api key' } })).toMatchObject({
      type: 'FAILED',
      errors: { apiKey: { key: 'errors:keyRefused' } },
    });
    expect(await check(new Error('connect ECONNREFUSED 127.0.0.1:1'))).toMatchObject({
      type: 'FAILED',
      errors: { apiKey: { key: expect.stringMatching(/^errors:/) } },
    });
  });
});
