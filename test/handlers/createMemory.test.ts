import type { IEnvironmentRead, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { createMemory } from '../../src/handlers/entry/createMemory';
import { fakeHost } from '../support/fakeHost';

const settings = (getValueById: (id: string) => Promise<unknown>) =>
  createMemory(() => ({ getSettings: () => ({ getValueById }) }) as unknown as IEnvironmentRead).settings;

describe('what a fresh process remembers', () => {
  test('are defaults while the app’s settings are not there yet', async () => {
    const missing = settings(() => Promise.reject(new Error('Setting "api_base_url" does not exist.')));
    expect(await missing.get('apiBaseUrl')).toBe('https://waba-v2.360dialog.io');
  });

  test('is not a default when the settings cannot be read', async () => {
    const broken = settings(() => Promise.reject(new Error('no database')));
    await expect(broken.get('apiBaseUrl')).rejects.toThrow('no database');
  });

  test('is the app’s own user, asked for once', async () => {
    const getAppUser = jest.fn(async () => ({ id: 'bot-id' }));
    const { host } = fakeHost({ read: { getUserReader: () => ({ getAppUser }) } as unknown as Partial<IRead> });
    expect((await host.memory.appUser.get(host)).id).toBe('bot-id');
    await host.memory.appUser.get(host);
    expect(getAppUser.mock.calls).toEqual([['app-id']]);
  });

  test('is no user that is not there', async () => {
    const getUserReader = () => ({ getAppUser: async () => undefined });
    const { host } = fakeHost({ read: { getUserReader } as unknown as Partial<IRead> });
    await expect(host.memory.appUser.get(host)).rejects.toThrow('the app has no user');
  });
});
