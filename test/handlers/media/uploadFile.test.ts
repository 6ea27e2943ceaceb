import { Blob } from 'buffer';
import { uploadFile } from '../../../src/handlers/media/uploadFile';
import { answering } from './support/answering';

const file = { name: 'Plan März.pdf', blob: new Blob(['%PDF'], { type: 'application/pdf' }) };
const message = { _id: 'm1', ts: '2026-11-26T10:00:00.000Z', success: true };

test('a file goes out as the livechat widget sends it, the token in its header alone', async () => {
  const workspace = await answering(200, message);
  const outcome = await uploadFile(`${workspace.url}/up`, 'the-token', file);
  expect(outcome).toMatchObject({ kind: 'posted', file: { messageId: 'm1' } });
  const [{ url, headers, body } = { headers: {}, body: '' }] = workspace.got;
  expect(url).toBe('/up');
  expect(headers).toMatchObject({
    'x-visitor-token': 'the-token',
    'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/),
    'content-length': String(Buffer.byteLength(body)),
  });
  expect(body).toMatch(
    /name="file"; filename="Plan März\.pdf"\r\nContent-Type: application\/pdf\r\n\r\n%PDF\r\n--[^]+--\r\n$/,
  );
  expect(body).not.toContain('the-token');
  await workspace.stop();
});

test('no redirect gets the file or the token', async () => {
  const stranger = await answering(200, message);
  const workspace = await answering(307, '', { location: stranger.url });
  await expect(uploadFile(workspace.url, 'the-token', file)).resolves.toMatchObject({ kind: 'not-taken' });
  expect(stranger.got).toEqual([]);
  await Promise.all([stranger.stop(), workspace.stop()]);
});

test('a connection that breaks leaves it open', async () => {
  const workspace = await answering(0);
  const outcome = await uploadFile(workspace.url, 'the-token', file);
  expect(outcome).toEqual({ kind: 'uncertain', why: expect.any(String), underWay: false });
  expect(JSON.stringify(outcome)).not.toContain('the-token');
  await workspace.stop();
});

test('a server that says nothing may still be at it', async () => {
  const workspace = await answering(-1);
  const outcome = await uploadFile(workspace.url, 'the-token', file, 200);
  await workspace.stop();
  expect(outcome).toMatchObject({ kind: 'uncertain', underWay: true });
});
