import { webhookUrl } from '../../src/handlers/numbers/webhookUrl';
import { fakeHost } from '../support/fakeHost';

const path = '/api/apps/private/app-id/hash/incoming';

test.each([
  ['https://chat.example.org', `https://chat.example.org${path}`],
  ['https://chat.example.org/', `https://chat.example.org${path}`],
  ['https://example.org/chat//', `https://example.org/chat${path}`],
])('360dialog delivers to the workspace at %s', async (siteUrl, url) => {
  expect(await webhookUrl(fakeHost({ siteUrl }).host)).toBe(url);
});

test('there is no address without the workspace’s own, or before Rocket.Chat told the path', async () => {
  await expect(webhookUrl(fakeHost({ siteUrl: '' }).host)).rejects.toMatchObject({ key: 'errors:siteUrlMissing' });
  const { host } = fakeHost();
  await expect(webhookUrl({ ...host, endpointPath: () => '' })).rejects.toMatchObject({ key: 'errors:siteUrlMissing' });
});
