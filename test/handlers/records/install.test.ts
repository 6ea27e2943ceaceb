import { changeInstall, readInstall } from '../../../src/handlers/core/records/install';
import { fakeHost } from '../../support/fakeHost';

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
      visitorSecret,
      setupRoomId: 'r',
      sweptUntil: 5,
      trackedSince,
      purgedUntil,
    });
  });
});
