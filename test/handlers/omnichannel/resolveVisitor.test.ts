import { resolveVisitor } from '../../../src/handlers/omnichannel/resolveVisitor';
import { fakeHost } from '../../support/fakeHost';

/** A server that keeps external ids of visitors, or one that does not know of them. */
function server(outcome: 'known' | 'unknown' | 'old' | 'busy') {
  const resolve = jest.fn(async (..._asked: unknown[]) => {
    if (outcome === 'old') throw new Error('Method not found');
    if (outcome === 'busy') throw new Error('MongoNetworkTimeoutError');
    return outcome === 'known' ? { id: 'v' } : null;
  });
  const creator = { resolveVisitor: resolve };
  const modify = { getCreator: () => ({ getLivechatCreator: () => creator }) } as never;
  return { resolve, ...fakeHost({ modify }) };
}

describe('a visitor by their business-scoped id', () => {
  test('is asked for where WhatsApp tells no phone', async () => {
    expect(await resolveVisitor(server('known').host, { userId: 'BR.1' })).toEqual({ id: 'v' });
    expect(await resolveVisitor(server('unknown').host, { userId: 'BR.1' })).toBeUndefined();
  });

  test('or by their phone, so that the id is kept with it', async () => {
    const { host, resolve } = server('known');
    expect(await resolveVisitor(host, { waId: '55', userId: 'BR.1', username: 'ana' })).toEqual({ id: 'v' });
    expect(resolve).toHaveBeenCalledWith({ entityId: 'BR.1', metadata: { username: 'ana' } }, { phone: '+55' });
  });

  test('is not asked for where WhatsApp tells none', async () => {
    const { host, resolve } = server('known');
    expect(await resolveVisitor(host, { waId: '55' })).toBeUndefined();
    expect(resolve).not.toHaveBeenCalled();
  });

  test('is asked for once only on a server that does not know of them', async () => {
    const { host, resolve } = server('old');
    for (let tries = 0; tries < 3; tries += 1) expect(await resolveVisitor(host, { userId: 'BR.1' })).toBeUndefined();
    expect(resolve).toHaveBeenCalledTimes(1);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * 3_600_000);
    await resolveVisitor(host, { userId: 'BR.1' });
    expect(resolve).toHaveBeenCalledTimes(2);
    jest.restoreAllMocks();
  });

  test('is asked for again after a failure that passes, which makes nobody new', async () => {
    const { host, resolve } = server('busy');
    for (let tries = 0; tries < 2; tries += 1) {
      await expect(resolveVisitor(host, { userId: 'BR.1' })).rejects.toThrow('MongoNetworkTimeoutError');
    }
    expect(resolve).toHaveBeenCalledTimes(2);
  });
});
