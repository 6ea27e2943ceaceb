import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { isAgent, takesPart, withRoles } from '../../../src/handlers/omnichannel/roles';
import { changeInstall } from '../../../src/handlers/core/records/install';
import { fakeHost } from '../../support/fakeHost';
import { person } from '../../support/person';

test.each<[boolean, string[]]>([
  [true, ['user', 'livechat-agent']],
  [true, ['livechat-manager']],
  [true, ['admin']],
  [true, ['livechat-monitor', 'livechat-agent']],
  [false, ['livechat-monitor']],
  [false, ['user']],
  [false, ['guest', 'livechat-guest']],
  [false, []],
])('it is %s that %j may write to customers', (outcome, roles) => {
  expect(isAgent(person({ roles }))).toBe(outcome);
});

describe('roles', () => {
  const bare = { ...person({ id: 'u1' }), roles: undefined };
  const hostThatKnows = (roles?: string[] | null) =>
    fakeHost({
      read: { getUserReader: () => ({ getById: async () => ({ id: 'u1', roles }) }) } as unknown as Partial<IRead>,
    }).host;

  test('that come with the user are not asked for again', async () => {
    expect((await withRoles(fakeHost().host, person({ roles: [] }))).roles).toEqual([]);
  });

  test('that do not come are looked up', async () => {
    expect((await withRoles(hostThatKnows(['user']), bare)).roles).toEqual(['user']);
  });

  test.each([undefined, null])('that nobody tells (%s) are none, also of who installed the app', async (roles) => {
    const host = hostThatKnows(roles);
    await changeInstall(host, { installedBy: 'u1' });
    expect((await withRoles(host, bare)).roles).toEqual([]);
  });
});

describe('a conversation', () => {
  const agent = person({ id: 'agent-id', roles: ['user', 'livechat-agent'] });
  const hostWith = (members: unknown[]) =>
    fakeHost({ read: { getRoomReader: () => ({ getMembers: async () => members }) } as unknown as Partial<IRead> })
      .host;
  const room = (facts: object = {}) => ({ id: 'r1', ...facts }) as IRoom;

  test.each([
    ['whom it was given to', true, agent, room({ servedBy: { id: 'agent-id' } }), []],
    ['who joined it, beside a user who is gone', true, agent, room(), [null, { id: 'agent-id' }]],
    ['who is neither', false, agent, room({ servedBy: { id: 'other' } }), [{ id: 'other' }]],
    ['when nobody serves it', false, agent, room({ servedBy: null }), []],
    ['who is a manager', true, person({ id: 'm', roles: ['livechat-manager'] }), room(), []],
  ])('counts somebody in %s: %s', async (_who, outcome, user, where, members) => {
    expect(await takesPart(hostWith(members), user, where)).toBe(outcome);
  });
});
