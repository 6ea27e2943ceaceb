import { AppError } from '../../../src/handlers/core/errors/AppError';
import { isReachable } from '../../../src/handlers/core/sandbox';
import { pause } from '../../../src/handlers/core/durations';
import { association } from '../../../src/handlers/core/records/association';
import { changeInstall, isStoreNewer, readInstall, STORE_VERSION } from '../../../src/handlers/core/records/install';
import { connectionOf } from '../../../src/handlers/numbers/connectionOf';
import { isFormerUrl, webhookSecret, webhookUrl } from '../../../src/handlers/numbers/webhookSecret';
import { readNumbers, removeNumber, saveNumber } from '../../../src/handlers/numbers/numbers';
import { forgetWarning, warnAdmins } from '../../../src/handlers/numbers/warnAdmins';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber } from '../../support/records';
import { postings } from '../../support/workspace';
import { answering } from '../inbound/media/support';

describe('connected numbers', () => {
  test('are read back as they were saved, although absent facts become null on the way', async () => {
    const { host } = fakeHost();
    const bare = connectedNumber({ departmentId: undefined, welcomeMessage: undefined, quality: undefined });
    const full = connectedNumber({ digits: '4930555501', departmentId: 'd', welcomeMessage: 'Hallo' });
    await saveNumber(host, bare);
    await saveNumber(host, full);
    expect(await readNumbers(host)).toEqual([bare, full]);
  });

  test('are changed in their place, and gone when they are removed', async () => {
    const { host } = fakeHost();
    await saveNumber(host, connectedNumber());
    await saveNumber(host, connectedNumber({ digits: '4930555501' }));
    await saveNumber(host, connectedNumber({ apiKey: 'NEW' }));
    expect((await readNumbers(host)).map(({ digits, apiKey }) => [digits, apiKey])).toEqual([
      ['551155550100', 'NEW'],
      ['4930555501', 'KEY-A1B2'],
    ]);
    await removeNumber(host, '551155550100');
    expect((await readNumbers(host)).map(({ digits }) => digits)).toEqual(['4930555501']);
  });

  test('are seen at once by the process that changed them', async () => {
    const { host } = fakeHost();
    expect(await host.memory.numbers.get(host)).toEqual([]);
    await saveNumber(host, connectedNumber());
    expect(await host.memory.numbers.get(host)).toHaveLength(1);
    await removeNumber(host, '551155550100');
    expect(await host.memory.numbers.get(host)).toEqual([]);
  });

  test('of a shape that is not known are passed over', async () => {
    const { host } = fakeHost();
    await host.persistence.createWithAssociation({ kind: 'number', digits: 1 }, association('numbers'));
    expect(await readNumbers(host)).toEqual([]);
  });
});

describe('what the app knows of its installation', () => {
  test('is made once, with a secret that nobody can guess', async () => {
    const { host, store } = fakeHost();
    const install = await readInstall(host);
    expect(install.visitorSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(await readInstall(host)).toEqual(install);
    expect(await readInstall(fakeHost({ store }).host)).toEqual(install);
    expect((await readInstall(fakeHost().host)).visitorSecret).not.toBe(install.visitorSecret);
  });

  test('keeps what a change does not name', async () => {
    const { host } = fakeHost();
    const { visitorSecret, trackedSince, purgedUntil } = await readInstall(host);
    await changeInstall(host, { setupRoomId: 'r' });
    await changeInstall(host, { sweptUntil: 5, installedBy: undefined });
    expect(await readInstall(host)).toEqual({
      kind: 'install',
      storeVersion: STORE_VERSION,
      visitorSecret,
      setupRoomId: 'r',
      sweptUntil: 5,
      trackedSince,
      purgedUntil,
    });
  });

  test('of a newer version is left as it is, and known as such', async () => {
    const { host, store } = fakeHost();
    const known = await readInstall(host);
    expect(await isStoreNewer(host)).toBe(false);
    const newer = { ...known, storeVersion: STORE_VERSION + 1, more: { of: 'a newer version' } };
    await store.updateByAssociations([association('install')], newer);
    const other = fakeHost({ store });
    expect(await isStoreNewer(other.host)).toBe(true);
    expect(await changeInstall(other.host, { setupRoomId: 'r' })).toEqual({ ...newer, setupRoomId: 'r' });
  });

  test('of a time before there were versions is read as the first one', async () => {
    const { host, store } = fakeHost();
    const { storeVersion: _none, ...before } = await readInstall(host);
    await store.updateByAssociations([association('install')], before);
    expect(await readInstall(host)).toEqual({ ...before, storeVersion: 1 });
  });
});

describe('connectionOf', () => {
  test('what goes wrong technically is logged and remembered, the last five times', async () => {
    const { host, log } = fakeHost();
    const { note } = await connectionOf(host, connectedNumber());
    const error = new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:timedOut', status: 504 });
    note?.(error);
    expect(log).toEqual([`360dialog could not be asked: ${error.message}`]);
    expect(host.memory.troubles.values()).toMatchObject([{ what: 'timedOut, HTTP 504' }]);
  });

  test('a number is reached with its own key, at the address of the settings or 360dialog’s', async () => {
    const number = connectedNumber();
    expect(await connectionOf(fakeHost().host, number)).toMatchObject({
      baseUrl: 'https://waba-v2.360dialog.io',
      apiKey: number.apiKey,
    });
    const { host } = fakeHost({ settings: { api_base_url: 'http://127.0.0.1:4010' } });
    expect((await connectionOf(host, number)).baseUrl).toBe('http://127.0.0.1:4010');
  });
});

describe('forgetWarning', () => {
  test('only the warning that is well again is forgotten', async () => {
    const { host, store } = fakeHost();
    for (const occasion of ['a', 'a b']) {
      await host.persistence.createWithAssociation({ occasion }, association('warning', occasion));
    }
    await forgetWarning(host, 'a');
    await forgetWarning(host, 'unknown');
    expect(store.records).toEqual([{ occasion: 'a b' }]);
  });
});

describe('warnAdmins', () => {
  const room = { id: 'setup-room', type: 'p' } as never;
  const params = { number: '+55', other: '+49' };

  async function workspace(rooms = [room]) {
    const { posted, modify, read } = postings(rooms);
    const fake = fakeHost({ modify, read });
    await changeInstall(fake.host, { setupRoomId: 'setup-room' });
    return { ...fake, posted };
  }

  describe('a warning', () => {
    test('is told once, however often and by however many it is noticed', async () => {
      const { host, posted } = await workspace();
      const warn = () => warnAdmins(host, 'number differs', 'warnings:numberDiffers', params);
      await Promise.all([warn(), warn(), warn()]);
      await warn();
      expect(posted).toMatchObject([{ room: 'setup-room', text: expect.stringMatching(/^:warning: .*\+55.*\+49/s) }]);
    });

    test('is told again when it was well in between', async () => {
      const { host, posted } = await workspace();
      await warnAdmins(host, 'a', 'warnings:numberDiffers', params);
      await warnAdmins(host, 'b', 'warnings:numberDiffers', params);
      await forgetWarning(host, 'a');
      await warnAdmins(host, 'a', 'warnings:numberDiffers', params);
      await warnAdmins(host, 'b', 'warnings:numberDiffers', params);
      expect(posted).toHaveLength(3);
    });

    test('is told later when the channel is not there now', async () => {
      const { host, store } = await workspace([]);
      const before = store.records.length;
      await warnAdmins(host, 'a', 'warnings:numberDiffers', params);
      expect(store.records).toHaveLength(before);
    });
  });
});

describe('webhookSecret', () => {
  test('a number with its key has one secret, another number, key or installation has another', () => {
    const secret = webhookSecret('installation', '551155550100', 'key');
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(webhookSecret('installation', '551155550100', 'key')).toBe(secret);
    const others = [
      webhookSecret('installation', '493023125100', 'key'),
      webhookSecret('installation', '551155550100', 'another'),
      webhookSecret('elsewhere', '551155550100', 'key'),
    ];
    expect(new Set([secret, ...others]).size).toBe(4);
  });
});

describe('webhookUrl', () => {
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
    await expect(webhookUrl({ ...host, endpointPath: () => '' })).rejects.toMatchObject({
      key: 'errors:siteUrlMissing',
    });
  });
});

describe('isFormerUrl', () => {
  const { host } = fakeHost();
  const path = '/api/apps/private/app-id/hash/incoming';

  test.each([
    ['our own of before', 'https://old.example.org', `https://old.example.org${path}`, true],
    ["somebody else's", 'https://old.example.org', 'https://other.example.org/hook', false],
    ["another workspace's with our path", 'https://old.example.org', `https://copy.example.org${path}`, false],
    ['one of a number whose address is not known', undefined, `https://old.example.org${path}`, false],
  ])('%s', (_case, siteUrl, url, isFormer) => {
    expect(isFormerUrl(host, { siteUrl }, url)).toBe(isFormer);
  });
});

describe('isReachable', () => {
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
});

describe('pause', () => {
  test('a pause takes as long as it was asked for', async () => {
    jest.useFakeTimers();
    const ended = jest.fn();
    const paused = pause(1_000).then(ended);
    await jest.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    await paused;
    expect(ended).toHaveBeenCalled();
    jest.useRealTimers();
  });
});
