import { findUploadAddress } from '../../../src/handlers/media/findUploadAddress';
import { fakeHost } from '../../support/fakeHost';
import { answering } from './support/answering';

test('a workspace that answers at its address takes files there, below a path too', async () => {
  const workspace = await answering(200, { version: '8.0', success: true });
  const { host } = fakeHost({ siteUrl: `${workspace.url}/chat/` });
  await expect(findUploadAddress(host, 'room 1')).resolves.toBe(
    `${workspace.url}/chat/api/v1/livechat/upload/room%201`,
  );
  expect(workspace.got.map(({ url }) => url)).toEqual(['/chat/api/info']);
  await workspace.stop();
});

test.each(['', 'chat.example.org', 'ftp://127.0.0.1/', 'http://127.0.0.1:9'])(
  'at "%s" nobody does',
  async (siteUrl) => {
    await expect(findUploadAddress(fakeHost({ siteUrl }).host, 'room-1')).resolves.toBeUndefined();
  },
);

test('an address that was put right counts at once', async () => {
  const workspace = await answering(404);
  const parts = { siteUrl: '' };
  const { host } = fakeHost(parts);
  await findUploadAddress(host, 'room-1');
  host.memory.siteUrl.get = async (_host, age) => (age === 0 ? workspace.url : '');
  await expect(findUploadAddress(host, 'room-1')).resolves.toContain(workspace.url);
  await workspace.stop();
});
