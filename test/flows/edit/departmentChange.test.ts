import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { departmentChange } from '../../../src/flows/editFlow';
import { fakeHost } from '../../support/fakeHost';
import { numberForm } from '../../support/numberForm';
import { sceneOf } from '../../support/sceneOf';

const reader = { getLivechatDepartmentByIdOrName: async (id: string) => ({ id, name: `The ${id}` }) };

const change = (before: string, after: string) => {
  const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  const [opened, form] = [before, after].map((departmentId) => numberForm({ departmentId }));
  return departmentChange(sceneOf(host), { opened: opened!, form: form! });
};

test.each([
  ['sales', 'sales'],
  ['', ''],
  ['', 'none'],
])('from "%s" to "%s" nothing was chosen anew', async (before, after) => {
  expect(await change(before, after)).toEqual({});
});

test('another department is stored with its name, and none takes it away', async () => {
  expect(await change('', 'sales')).toEqual({ departmentId: 'sales', departmentName: 'The sales' });
  expect(await change('sales', 'none')).toEqual({ departmentId: undefined, departmentName: undefined });
});
