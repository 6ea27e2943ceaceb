import { postDirectly } from '../../../src/handlers/dialog360/postDirectly';
import { answering } from '../media/support/answering';

const request = { headers: { 'D360-API-KEY': 'key', 'Content-Type': 'text/plain' }, timeout: 2_000 };

test('bytes go out as they are, and the answer is one of the engine', async () => {
  const server = await answering(201, '{"id":"1"}', { 'content-type': 'application/json' });
  const answer = await postDirectly(`${server.url}/media`, { ...request, data: Buffer.from('bytes') });
  await server.stop();
  expect(answer).toMatchObject({
    statusCode: 201,
    content: '{"id":"1"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(server.got).toMatchObject([{ url: '/media', body: 'bytes', headers: { 'd360-api-key': 'key' } }]);
});

test('no redirect gets the key', async () => {
  const stranger = await answering(200, 'thanks');
  const server = await answering(307, '', { location: stranger.url });
  const { statusCode } = await postDirectly(server.url, { ...request, data: Buffer.from('bytes') });
  await Promise.all([server.stop(), stranger.stop()]);
  expect({ statusCode, got: stranger.got }).toEqual({ statusCode: 307, got: [] });
});

test('who says nothing in time is given up', async () => {
  const server = await answering(-1);
  const answer = postDirectly(server.url, { ...request, timeout: 100, data: Buffer.from('bytes') });
  await expect(answer).rejects.toThrow(/time/i);
  await server.stop();
});
