import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { isDepartmentGone } from '../../../src/handlers/omnichannel/isDepartmentGone';
import { fakeHost } from '../../support/fakeHost';

test.each<[string, () => Promise<object | undefined>, boolean]>([
  ['is there', async () => ({ enabled: true }), false],
  ['is switched off', async () => ({ enabled: false }), true],
  ['is deleted', async () => undefined, true],
  ['nobody tells of', async () => Promise.reject(new Error('no permission')), false],
])('a department that %s', async (_what, getLivechatDepartmentByIdOrName, expected) => {
  const reader = { getLivechatDepartmentByIdOrName };
  const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  expect(await isDepartmentGone(host, 'sales')).toBe(expected);
});
