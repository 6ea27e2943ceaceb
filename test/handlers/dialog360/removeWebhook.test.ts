import { removeWebhook } from '../../../src/handlers/dialog360/removeWebhook';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

const OURS = 'https://chat.example/incoming';
const set = { json: { url: OURS, headers: {} } };
const unset = { json: { url: '' } };
const refusal = { status: 400, json: { error: 'url is required' } };
const unknownCall = { status: 403, json: { error: 'The endpoint is blocked' } };

describe('removeWebhook', () => {
  test.each([
    ['takes our address away by an empty one', [set, unset, unset], 'removed', 3],
    ['takes it away by a plain removal where an empty one is refused', [set, refusal, set, {}, unset], 'removed', 5],
    ['is content when it is gone already', [unset], 'gone', 1],
    ['is content when nothing is set at all', [{ status: 404 }], 'gone', 1],
    ['leaves an address of somebody else alone', [{ json: { url: 'https://other.example' } }], 'foreign', 1],
    [
      'knows its own address in another spelling',
      [{ json: { url: 'https://CHAT.example:443/incoming/' } }, {}, { status: 404 }],
      'removed',
      3,
    ],
    ['sees that an empty address changed nothing', [set, {}, set, {}, unset], 'removed', 5],
  ])('%s', async (_case, replies, outcome, calls) => {
    const { connection, requests } = connect(...replies);
    await expect(removeWebhook(connection, OURS)).resolves.toBe(outcome);
    expect(requests).toHaveLength(calls);
  });

  test('says so when 360dialog keeps it', async () => {
    const { connection } = connect(set, refusal, set, unknownCall, set);
    expect(await failureOf(removeWebhook(connection, OURS))).toMatchObject({
      key: 'errors:webhookStays',
      params: { details: 'The endpoint is blocked' },
    });
  });

  test.each([
    ['a refused key', { status: 401, json: { error: 'Invalid API key' } }, 'errors:keyRefused'],
    ['no connection', new Error('socket hang up'), 'errors:connectionBroke'],
  ])('stops at %s', async (_case, reply, key) => {
    const { connection } = connect(set, reply);
    expect(await failureOf(removeWebhook(connection, OURS))).toMatchObject({ key });
  });
});
