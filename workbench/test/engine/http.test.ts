import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProbeHost } from '../support/ProbeHost';
import { silenceEngine } from '../support/silenceEngine';

silenceEngine();

interface Got {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

describe('the network as apps have it', () => {
  let probe: ProbeHost;
  let server: Server;
  let got: Got;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        got = { method, url, headers, body: Buffer.concat(chunks).toString() };
        const [, hops, status] = /^\/redirect\/(\d+)\/(\d+)/.exec(url) ?? [];
        const next = hops === '1' ? '/x' : `/redirect/${Number(hops) - 1}/${status}`;
        if (url.startsWith('/nowhere')) response.writeHead(302).end();
        else if (hops) {
          // On this machine, yet another host.
          const { port } = server.address() as AddressInfo;
          response.writeHead(Number(status), { Location: `http://localhost:${port}${next}` }).end();
        } else if (url.startsWith('/bytes')) response.end(Buffer.from([0, 255, 1]));
        else response.setHeader('content-type', 'application/json; charset=utf-8').end('{"a":1}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    probe = await ProbeHost.start();
  });

  afterAll(async () => {
    await probe.stop();
    await new Promise((resolve) => server.close(resolve));
  });

  const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const call = (method: string, path: string, options: object = {}) =>
    probe.run(`return http.${method}(input.url, input.options)`, { url: url(path), options });

  it('reads JSON, and puts parameters into the address', async () => {
    const answer = await call('get', '/x', { params: { q: 'a b' }, headers: { 'X-One': '1' } });
    expect(answer).toMatchObject({ statusCode: 200, content: '{"a":1}', data: { a: 1 } });
    expect(got).toMatchObject({ method: 'GET', url: '/x?q=a+b', headers: { 'x-one': '1' }, body: '' });
  });

  it('sends data as JSON and text as it is', async () => {
    await call('post', '/x', { data: { b: 2 } });
    expect(got).toMatchObject({ body: '{"b":2}', headers: { 'content-type': 'application/json' } });
    await call('put', '/x', { content: 'plain', headers: { 'Content-Type': 'text/plain' } });
    expect(got).toMatchObject({ method: 'PUT', body: 'plain', headers: { 'content-type': 'text/plain' } });
  });

  it('makes a form of a request without content', async () => {
    await call('post', '/x', { params: { a: '1' } });
    expect(got).toMatchObject({ body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  });

  it('gives bytes when no encoding is asked for', async () => {
    const read = `const answer = await http.get(input, { encoding: null }); return [...answer.content]`;
    await expect(probe.run(read, url('/bytes'))).resolves.toEqual([0, 255, 1]);
  });

  it.each([301, 302, 303, 307, 308])('follows a redirect (%d) to another host with everything', async (status) => {
    const options = { content: 'all of it', headers: { 'X-Secret': 'of one host', Authorization: 'Basic eDp5' } };
    const answer = await call('post', `/redirect/5/${status}`, options);
    expect(answer).toMatchObject({ statusCode: 200, url: url(`/redirect/5/${status}`) });
    expect(got).toMatchObject({
      method: 'POST',
      url: '/x',
      body: 'all of it',
      headers: { 'x-secret': 'of one host', authorization: 'Basic eDp5', host: expect.stringContaining('localhost') },
    });
  });

  it('gives up after five redirects, and at one that leads nowhere', async () => {
    await expect(call('get', '/redirect/6/302')).rejects.toThrow('error-too-many-redirects');
    await expect(call('get', '/nowhere')).rejects.toThrow('redirect-response-location-header-missing');
  });

  it('says why it could not reach somebody', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const get = `return http.get('http://127.0.0.1:${port}/x')`;
    await expect(probe.run(get)).rejects.toThrow(/failed, reason: .*ECONNREFUSED/);
  });
});
