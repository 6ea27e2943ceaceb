import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { sayToUser } from '../../src/flows/sayToUser';
import { ensureSetupRoom } from '../../src/handlers/omnichannel/setupRoom';
import { fakeHost } from '../support/fakeHost';
import { notices, person } from '../support/workspace';
import { sceneOf } from '../support/interactions';

jest.mock('../../src/handlers/omnichannel/setupRoom', () => ({
  ensureSetupRoom: jest.fn(async () => ({ room: { id: 'setup-room' }, isNew: false })),
}));

describe('what is said to one person', () => {
  beforeEach(() => jest.mocked(ensureSetupRoom).mockClear());

  test('is said where they act', async () => {
    const { said, modify, read } = notices();
    await sayToUser(sceneOf(fakeHost({ modify, read }).host, { room: { id: 'r' } as IRoom }), 'Hello');
    expect(said).toEqual([{ to: 'admin-id', room: 'r', text: 'Hello' }]);
    expect(ensureSetupRoom).not.toHaveBeenCalled();
  });

  test('is said to an administrator in the setup channel, where that place is not known', async () => {
    const { said, modify, read } = notices();
    await sayToUser(sceneOf(fakeHost({ modify, read }).host), 'Hello');
    expect(said).toEqual([{ to: 'admin-id', room: 'setup-room', text: 'Hello' }]);
  });

  test('stays unsaid to anybody else: they are not brought into that channel', async () => {
    const { said, modify, read } = notices();
    const user = person({ roles: ['user', 'livechat-agent'] });
    await sayToUser(sceneOf(fakeHost({ modify, read }).host, { user }), 'Hello');
    expect(said).toEqual([]);
    expect(ensureSetupRoom).not.toHaveBeenCalled();
  });
});
