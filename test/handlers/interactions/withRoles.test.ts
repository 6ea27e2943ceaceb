import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { withRoles } from '../../../src/handlers/interactions/withRoles';
import { changeInstall } from '../../../src/handlers/records/install';
import { fakeHost } from '../../support/fakeHost';
import { person } from '../../support/person';

const bare = { ...person({ id: 'u1' }), roles: undefined };
const hostThatKnows = (roles?: string[] | null) =>
  fakeHost({
    read: { getUserReader: () => ({ getById: async () => ({ id: 'u1', roles }) }) } as unknown as Partial<IRead>,
  }).host;

test('a user who comes with roles is not asked for again', async () => {
  expect((await withRoles(fakeHost().host, person({ roles: [] }))).roles).toEqual([]);
});

test('a user who comes without is looked up', async () => {
  expect((await withRoles(hostThatKnows(['user']), bare)).roles).toEqual(['user']);
});

test.each([undefined, null])(
  'where nobody tells roles (%s) only who installed the app is an administrator',
  async (roles) => {
    const host = hostThatKnows(roles);
    expect((await withRoles(host, bare)).roles).toEqual([]);
    await changeInstall(host, { installedBy: 'u1' });
    host.memory.install.forget();
    expect((await withRoles(host, bare)).roles).toEqual(['admin']);
  },
);
