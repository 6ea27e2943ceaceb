import { readHealth } from '../../../src/handlers/dialog360/readHealth';
import { connect, failureOf } from './support/connect';

const full = {
  id: '111',
  display_phone_number: '+1 555-093-4873',
  verified_name: 'Acme',
  quality_rating: 'GREEN',
  messaging_limit_tier: 'TIER_1K',
  health_status: {
    can_send_message: 'LIMITED',
    entities: [
      { entity_type: 'PHONE_NUMBER', id: '111', can_send_message: 'AVAILABLE' },
      {
        entity_type: 'WABA',
        id: 222,
        can_send_message: 'LIMITED',
        errors: [{ error_code: 141006, error_description: 'No payment method', possible_solution: 'Add one' }, {}],
      },
    ],
  },
};

describe('readHealth', () => {
  test('tells everything that 360dialog tells', async () => {
    const { connection, requests } = connect({ json: full });
    await expect(readHealth(connection)).resolves.toEqual({
      canSend: 'LIMITED',
      phoneNumberId: '111',
      wabaId: '222',
      displayPhoneNumber: '+1 555-093-4873',
      displayName: 'Acme',
      quality: 'GREEN',
      messagingLimit: 'TIER_1K',
      problems: [{ entity: 'WABA', code: 141006, description: 'No payment method', solution: 'Add one' }],
    });
    expect(requests[0]?.url).toMatch(/^https:\/\/waba\.example\/health_status\?fields=id%2Chealth_status%2C/);
  });

  test.each([
    ['the other spelling', { id: '1', health_status: { can_send_messages: 'BLOCKED' } }, 'BLOCKED', '1'],
    ['no verdict', { health_status: { entities: [{ entity_type: 'WABA', id: 'W' }] } }, 'UNKNOWN', undefined],
    ['a verdict of a new kind', { id: 7, health_status: { can_send_message: 'SOON' } }, 'UNKNOWN', '7'],
    [
      'an id among the entities only',
      { health_status: { can_send_message: 'AVAILABLE', entities: [{ entity_type: 'PHONE_NUMBER', id: 'P' }] } },
      'AVAILABLE',
      'P',
    ],
    ['fields only', { id: '1', display_phone_number: '+1 555' }, 'UNKNOWN', '1'],
  ])('reads %s', async (_case, json, canSend, phoneNumberId) => {
    const { connection } = connect({ json });
    await expect(readHealth(connection)).resolves.toMatchObject({ canSend, phoneNumberId });
  });

  test.each([
    ['refuses fields', { status: 400, json: { error: { message: 'Invalid field requested', code: 100 } } }],
    ['refuses a query', { status: 404, text: 'Not found' }],
    ['answers fields with something else', { json: { display_phone_number: '+1' } }],
  ])('asks without fields where the API %s', async (_case, reply) => {
    const { connection, requests } = connect(reply, { json: { health_status: { can_send_message: 'AVAILABLE' } } });
    await expect(readHealth(connection)).resolves.toMatchObject({ canSend: 'AVAILABLE' });
    expect(requests.map(({ url }) => url.includes('?'))).toEqual([true, false]);
  });

  test.each([
    ['a wrong key', { status: 401, json: { error: 'Invalid API key' } }, 'errors:keyRefused'],
    [
      'a limiter',
      { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } },
      'errors:callsLimited',
    ],
    ['an outage', { status: 500, text: 'Internal server error' }, 'errors:dialog360Down'],
    ['no connection', new Error('connect ECONNREFUSED'), 'errors:unreachable'],
  ])('does not ask twice after %s', async (_case, reply, key) => {
    const { connection, requests } = connect(reply);
    expect(await failureOf(readHealth(connection))).toMatchObject({ key });
    expect(requests).toHaveLength(1);
  });

  test("does not take somebody else's JSON for a number in good health", async () => {
    const { connection } = connect({ json: { hello: 'world' } }, { json: { hello: 'world' } });
    expect(await failureOf(readHealth(connection))).toMatchObject({ key: 'errors:answerUnreadable' });
  });
});
