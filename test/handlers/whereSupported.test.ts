import { whereSupported } from '../../src/handlers/core/whereSupported';
import { fakeHost } from '../support/fakeHost';

/** A proxy's way to say no, as in Deno, and a class's, as in Node: a rejection, and a throw at the call. */
const ways: [string, (error: Error) => () => Promise<never>][] = [
  ['rejects', (error) => () => Promise.reject(error)],
  [
    'throws at the call',
    (error) => () => {
      throw error;
    },
  ],
];

describe.each(ways)('a call that %s', (_way, fail) => {
  test.each([
    'Invalid accessor method "resolveVisitor"',
    'creator.resolveVisitor is not a function',
    'Method not implemented.',
    'Method not found',
    'error-action-not-allowed: license required',
  ])('is lacking when it says "%s", and is made once', async (message) => {
    const { host } = fakeHost();
    const call = jest.fn(fail(new Error(message)));
    expect(await whereSupported(host, 'resolveVisitor', call, 'without')).toBe('without');
    expect(await whereSupported(host, 'resolveVisitor', call, 'without')).toBe('without');
    expect(call).toHaveBeenCalledTimes(1);
  });

  test.each([
    'MongoNetworkTimeoutError: connection timed out',
    'Request "x" for method "y" timed out after 30000ms',
    'error-invalid-contact',
  ])('has failed when it says "%s", and is made again', async (message) => {
    const { host } = fakeHost();
    const call = jest.fn(fail(new Error(message)));
    await expect(whereSupported(host, 'resolveVisitor', call, undefined)).rejects.toThrow(message);
    await expect(whereSupported(host, 'resolveVisitor', call, undefined)).rejects.toThrow(message);
    expect(call).toHaveBeenCalledTimes(2);
  });
});

test('a call that the server has gives what it gives, undefined too', async () => {
  const { host } = fakeHost();
  expect(await whereSupported(host, 'one', async () => 1, 'without')).toBe(1);
  expect(await whereSupported(host, 'none', async () => undefined, 'without')).toBeUndefined();
});
