import { registerWebhook } from '../../../src/flows/number/checkKey';
import { fakeHost } from '../../support/fakeHost';
import { sceneOf } from '../../support/sceneOf';

describe('our webhook at 360dialog', () => {
  test('is registered with the address of the workspace and the secret', async () => {
    const { host, requests } = fakeHost({ replies: [{ json: {} }] });
    expect(await registerWebhook(sceneOf(host), 'KEY', 'the-secret')).toEqual({ type: 'REGISTERED' });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'post', headers: { 'D360-API-KEY': 'KEY' } });
    expect(JSON.parse(requests[0]?.content ?? '')).toEqual({
      url: 'https://chat.example.org/api/apps/private/app-id/hash/incoming',
      headers: { 'x-whatsapp-webhook-secret': 'the-secret' },
    });
  });

  test('is not registered without an address of the workspace, and nobody is asked', async () => {
    const { host, requests } = fakeHost({ siteUrl: '', replies: [{ json: {} }] });
    expect(await registerWebhook(sceneOf(host), 'KEY', 's')).toMatchObject({
      type: 'FAILED',
      errors: { apiKey: { key: 'errors:siteUrlMissing' } },
    });
    expect(requests).toEqual([]);
  });

  test('is not registered when 360dialog says no, which is said', async () => {
    const { host } = fakeHost({ replies: [{ status: 401, json: { error: 'Invalid api key' } }] });
    expect(await registerWebhook(sceneOf(host), 'KEY', 's')).toMatchObject({
      type: 'FAILED',
      errors: { apiKey: { key: 'errors:keyRefused' } },
    });
  });
});
