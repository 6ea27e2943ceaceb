import { bytesOf, fetchDirectly } from '../../../src/handlers/dialog360/fetchDirectly';
import { answering } from '../media/support/answering';

const request = { headers: { 'D360-API-KEY': 'key', Range: 'bytes=0-9' }, timeout: 2_000 };

test('bytes and texts go out as they are, and the answer is as of Rocket.Chat', async () => {
  const server = await answering(201, '{"id":"1"}', { 'content-type': 'application/json' });
  const answer = await fetchDirectly('POST', `${server.url}/media`, { ...request, data: Buffer.from('bytes') });
  await fetchDirectly('POST', `${server.url}/messages`, { ...request, content: 'text' });
  const asBytes = await fetchDirectly('GET', server.url, { ...request, encoding: null });
  await server.stop();
  expect(answer).toMatchObject({
    statusCode: 201,
    content: '{"id":"1"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(asBytes.content).toEqual(new Uint8Array(Buffer.from('{"id":"1"}')));
  expect(server.got).toMatchObject([
    { url: '/media', body: 'bytes', headers: { 'd360-api-key': 'key', connection: 'close' } },
    { url: '/messages', body: 'text' },
    { url: '/', body: '' },
  ]);
});

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])(
    'to another host is the answer (%d), and nobody else is asked',
    async (status) => {
      const stranger = await answering(200, 'thanks');
      const server = await answering(status, '', { location: stranger.url });
      const answers = [
        await fetchDirectly('GET', server.url, request),
        await fetchDirectly('POST', server.url, { ...request, data: Buffer.from('bytes') }),
        await fetchDirectly('DELETE', server.url, request),
      ];
      await Promise.all([server.stop(), stranger.stop()]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([status, status, status]);
      expect(stranger.got).toEqual([]);
    },
  );

  test('of a GET is followed on the same host, five times; of a POST it is not', async () => {
    const server = await answering(302, '', { location: '/there' });
    expect(await fetchDirectly('GET', `${server.url}/here`, request)).toMatchObject({ statusCode: 302 });
    const urls = server.got.splice(0).map(({ url, headers }) => `${url} ${String(headers['d360-api-key'])}`);
    await fetchDirectly('POST', `${server.url}/here`, request);
    await server.stop();
    expect(urls).toEqual(['/here key', ...Array<string>(5).fill('/there key')]);
    expect(server.got).toHaveLength(1);
  });

  test('of a file to another host is followed without the key', async () => {
    const store = await answering(200, 'bytes');
    const server = await answering(302, '', { location: `${store.url}/file` });
    const answer = await fetchDirectly('GET', server.url, { ...request, encoding: null });
    await Promise.all([server.stop(), store.stop()]);
    expect(String(Buffer.from(answer.content as Uint8Array))).toBe('bytes');
    expect(store.got).toMatchObject([{ url: '/file', headers: { range: 'bytes=0-9' } }]);
    expect(JSON.stringify(store.got[0]?.headers)).not.toContain('key');
  });

  test('that leads nowhere is the answer', async () => {
    for (const location of ['', 'http://', 'javascript:alert(1)', 'file:///etc/passwd']) {
      const server = await answering(302, '', { location });
      const answer = await fetchDirectly('GET', server.url, { ...request, encoding: null });
      await server.stop();
      expect(answer.statusCode).toBe(302);
    }
  });
});

test('who says nothing in time is given up', async () => {
  const server = await answering(-1);
  const answer = fetchDirectly('POST', server.url, { ...request, timeout: 100, data: Buffer.from('bytes') });
  await expect(answer).rejects.toThrow(/time/i);
  await server.stop();
});

const bytes = Buffer.from([0, 1, 0x7f, 0x80, 0xff]);

test.each<[string, unknown]>([
  ['a Buffer', bytes],
  ['plain bytes', new Uint8Array(bytes)],
  ['a part of a larger memory', new Uint8Array(Buffer.concat([Buffer.from('before'), bytes])).subarray(6)],
  ['a text of bytes', bytes.toString('latin1')],
])('%s is the same bytes', (_what, content) => {
  expect(bytesOf(content)).toEqual(bytes);
  expect(Buffer.isBuffer(bytesOf(content))).toBe(true);
});

test.each([undefined, null, 7, {}])('%p holds no bytes', (content) => {
  expect(bytesOf(content)).toHaveLength(0);
});
