import { removeWebhook } from '../../../src/handlers/dialog360/removeWebhook';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

const OURS = 'https://chat.example/incoming';
const set = { json: { url: OURS, headers: {} } };
const unset = { json: { url: '' } };
const unknownCall = { status: 405, text: 'Method Not Allowed' };

describe('removeWebhook', () => {
  test.each([
    ['takes our address away by the plain call', [set, { json: { success: true } }, unset], 'removed', 3],
    ['takes it away by an empty one where there is no such call', [set, unknownCall, set, unset, unset], 'removed', 5],
    ['is content when it is gone already', [unset], 'gone', 1],
    ['is content when nothing is set at all', [{ status: 404 }], 'gone', 1],
    ['leaves an address of somebody else alone', [{ json: { url: 'https://other.example' } }], 'foreign', 1],
    [
      'knows its own address in another spelling',
      [{ json: { url: 'https://CHAT.example:443/incoming/' } }, {}, { status: 404 }],
      'removed',
      3,
    ],
    ['sees that the plain call did nothing', [set, {}, set, {}, unset], 'removed', 5],
  ])('%s', async (_case, replies, outcome, calls) => {
    const { connection, requests } = connect(...replies);
    await expect(removeWebhook(connection, OURS)).resolves.toBe(outcome);
    expect(requests).toHaveLength(calls);
  });

  test('says so when 360dialog keeps it', async () => {
    const { connection } = connect(set, unknownCall, set, { status: 400, json: { error: 'url is required' } }, set);
    expect(await failureOf(removeWebhook(connection, OURS))).toMatchObject({
      key: 'errors:webhookStays',
      params: { details: 'url is required' },
    });
  });

  test.each([
    ['a refused key', { status: 401, json: { error: 'Invalid API key' } }, 'errors:keyRefused'],
    ['no connection', new Error('socket hang up'), 'errors:unreachable'],
  ])('stops at %s', async (_case, reply, key) => {
    const { connection } = connect(set, reply);
    expect(await failureOf(removeWebhook(connection, OURS))).toMatchObject({ key });
  });
});
