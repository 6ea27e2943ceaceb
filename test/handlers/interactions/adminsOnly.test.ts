import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { adminsOnly } from '../../../src/handlers/interactions/adminsOnly';
import { fakeHost } from '../../support/fakeHost';
import { notices } from '../../support/notices';
import { person } from '../../support/person';
import { press } from '../../support/press';
import { shownTexts } from '../../support/shownTexts';

const agent = person({ id: 'agent-id', roles: ['user', 'livechat-agent'] });
const handler = () => {
  const handle = jest.fn(async () => ({ success: true }));
  return { handle, guarded: adminsOnly(handle) };
};

describe('what only administrators may do', () => {
  test('is done for them', async () => {
    const { handle, guarded } = handler();
    const pressed = press(fakeHost().host);
    expect(await guarded(pressed)).toEqual({ success: true });
    expect(handle).toHaveBeenCalledWith(pressed);
  });

  test('is not done for others, who read one line where they pressed', async () => {
    const { handle, guarded } = handler();
    const { said, modify, read } = notices();
    const { host } = fakeHost({ modify, read });
    const room = { id: 'r' } as IRoom;
    expect(await guarded(press(host, { scene: { user: agent, room } }))).toEqual({ answer: 'success' });
    expect(said).toEqual([{ to: 'agent-id', room: 'r', text: 'errors:notAllowed' }]);
    expect(handle).not.toHaveBeenCalled();
  });

  test('does not touch the setup channel for others who pressed in a view', async () => {
    const { handle, guarded } = handler();
    const { host, store } = fakeHost();
    const answer = await guarded(press(host, { scene: { user: agent, stage: 'view-1' } }));
    expect(answer).toMatchObject({ answer: 'update', view: { id: 'view-1' } });
    expect(shownTexts(answer)).toContain('errors:notAllowed');
    expect(handle).not.toHaveBeenCalled();
    expect(store.roundTrips).toBe(0);
  });
});
