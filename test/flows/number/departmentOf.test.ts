import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { departmentOf } from '../../../src/flows/number/numberModels';
import { fakeHost } from '../../support/fakeHost';
import { numberForm } from '../../support/numberForm';
import { sceneOf } from '../../support/sceneOf';

const reader = {
  getLivechatDepartmentByIdOrName: async (id: string) => (id === 'd1' ? { id, name: 'Sales' } : undefined),
};
const scene = sceneOf(fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> }).host);

test.each(['', 'none'])('"%s" is no department', async (departmentId) => {
  expect(await departmentOf(scene, numberForm({ departmentId }))).toEqual({});
});

test('a department is stored with its name, or without where it has none any more', async () => {
  expect(await departmentOf(scene, numberForm({ departmentId: 'd1' }))).toEqual({
    departmentId: 'd1',
    departmentName: 'Sales',
  });
  expect(await departmentOf(scene, numberForm({ departmentId: 'gone' }))).toEqual({ departmentId: 'gone' });
});
