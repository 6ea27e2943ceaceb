import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { departmentChoices } from '../../../src/flows/number/numberModels';
import { fakeHost } from '../../support/fakeHost';

test.each([undefined, null])('where the app was not granted to see departments (%s) there are none', async (answer) => {
  const reader = { getDepartmentsEnabledWithAgents: async () => answer };
  const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  expect(await departmentChoices(host)).toEqual([]);
});

test('the departments that can take conversations are offered by name', async () => {
  const departments = [{ id: 'd1', name: 'Sales' }, { id: 'd2' }];
  const reader = { getDepartmentsEnabledWithAgents: async () => departments };
  const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  expect(await departmentChoices(host)).toEqual([
    { value: 'd1', text: 'Sales' },
    { value: 'd2', text: 'd2' },
  ]);
});
