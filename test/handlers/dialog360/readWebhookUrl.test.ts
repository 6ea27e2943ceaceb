import { readWebhookUrl } from '../../../src/handlers/dialog360/readWebhookUrl';

test.each([
  ['https://chat.example.org/api/apps/private/a/b/incoming', undefined],
  ['https://chat.example.org:443/x', undefined],
  ['http://chat.example.org/x', 'errors:webhookUrlInsecure'],
  ['https://chat.example.org:8443/x', 'errors:webhookUrlPort'],
  ['https://my_chat.example.org/x', 'errors:webhookUrlUnderscore'],
  ['https://chat.example.org/a_b', undefined],
  ['/incoming', 'errors:webhookUrlMalformed'],
])('%s: %s', (url, key) => {
  const result = readWebhookUrl(url);
  expect(result.ok ? undefined : result.error).toEqual(key && { key, params: { url } });
});
