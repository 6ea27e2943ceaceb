import { isReachable } from '../../src/handlers/core/isReachable';
import { answering } from './media/support/answering';

test.each([200, 301, 404, 500])(
  'an address that answers %d is reachable, and no redirect is followed',
  async (status) => {
    const somebody = await answering(status, 'a page', { location: '/elsewhere' });
    await expect(isReachable(`${somebody.url}/api/info`)).resolves.toBe(true);
    expect(somebody.got.map(({ url }) => url)).toEqual(['/api/info']);
    await somebody.stop();
  },
);

test.each(['http://127.0.0.1:9/', 'http://no-such-host.invalid/', 'no address'])('%s is not', async (address) => {
  await expect(isReachable(address)).resolves.toBe(false);
});

test('nothing is where a host has no fetch', async () => {
  const { fetch } = globalThis;
  Reflect.deleteProperty(globalThis, 'fetch');
  await expect(isReachable('http://127.0.0.1/')).resolves.toBe(false);
  globalThis.fetch = fetch;
});
