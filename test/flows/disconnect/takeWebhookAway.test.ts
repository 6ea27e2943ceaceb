import { takeWebhookAway } from '../../../src/flows/disconnectFlow';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import type { fakeHttp } from '../../handlers/dialog360/support/connect';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { sceneOf } from '../../support/sceneOf';

const digits = '551155550100';
const ours = { json: { url: 'https://chat.example.org/api/apps/private/app-id/hash/incoming' } };

async function take(...replies: Parameters<typeof fakeHttp>) {
  const { host, requests } = fakeHost({ replies });
  await saveNumber(host, connectedNumber({ digits }));
  return { outcome: await takeWebhookAway(sceneOf(host), digits), requests };
}

describe('taking our webhook away at 360dialog', () => {
  test('is done when it stands there', async () => {
    const { outcome, requests } = await take(ours, { json: {} }, { json: { url: '' } });
    expect(outcome).toEqual({ type: 'WEBHOOK_REMOVED' });
    expect(requests.every(({ headers }) => headers?.['D360-API-KEY'] === 'KEY-A1B2')).toBe(true);
  });

  test('leaves the address of somebody else alone', async () => {
    const { outcome, requests } = await take({ json: { url: 'https://other.example.org/hook' } });
    expect(outcome).toEqual({ type: 'WEBHOOK_REMOVED' });
    expect(requests.map(({ method }) => method)).toEqual(['get']);
  });

  test('tells why it stays when 360dialog cannot be asked', async () => {
    const { outcome } = await take({ status: 401, json: { error: 'Invalid api key' } });
    expect(outcome).toMatchObject({ type: 'WEBHOOK_STAYS', reason: { key: 'errors:keyRefused' } });
  });

  test('has nothing to do for a number that is gone', async () => {
    expect(await takeWebhookAway(sceneOf(fakeHost().host), digits)).toEqual({ type: 'WEBHOOK_REMOVED' });
  });
});
