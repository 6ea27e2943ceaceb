import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { sayToUser } from '../../src/flows/sayToUser';
import { sceneOf } from '../support/interactions';
import { notices, person, setupChannel } from '../support/workspace';

describe('what is said to one person', () => {
  async function workspace() {
    const { said, modify, read } = notices();
    const { host } = await setupChannel({ modify, read });
    return { host, said };
  }

  test('is said where they act', async () => {
    const { host, said } = await workspace();
    await sayToUser(sceneOf(host, { room: { id: 'r' } as IRoom }), 'Hello');
    expect(said).toEqual([{ to: 'admin-id', room: 'r', text: 'Hello' }]);
  });

  test('is said to an administrator in the setup channel, where that place is not known', async () => {
    const { host, said } = await workspace();
    await sayToUser(sceneOf(host), 'Hello');
    expect(said).toEqual([{ to: 'admin-id', room: 'setup-room', text: 'Hello' }]);
  });

  test('stays unsaid to anybody else: they are not brought into that channel', async () => {
    const { host, said } = await workspace();
    await sayToUser(sceneOf(host, { user: person({ roles: ['user', 'livechat-agent'] }) }), 'Hello');
    expect(said).toEqual([]);
  });
});
