import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { isSomeoneThere } from '../../../src/handlers/inbound/isSomeoneThere';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';

test('it is Rocket.Chat that says whether somebody is there, in the department of the number', async () => {
  const isOnlineAsync = jest.fn(async (department?: string) => department === 'sales');
  const { host } = fakeHost({ read: { getLivechatReader: () => ({ isOnlineAsync }) } as unknown as Partial<IRead> });
  expect(await isSomeoneThere(host, connectedNumber({ departmentId: 'sales' }))).toBe(true);
  expect(await isSomeoneThere(host, connectedNumber({ departmentId: 'support' }))).toBe(false);
  expect(await isSomeoneThere(host, connectedNumber())).toBe(false);
  expect(isOnlineAsync.mock.calls).toEqual([['sales'], ['support'], [undefined]]);
});
