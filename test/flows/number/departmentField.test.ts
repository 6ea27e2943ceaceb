import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { NO_DEPARTMENT } from '../../../src/blocks/numberForm';
import { departmentField } from '../../../src/flows/number/numberModels';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';

const departments = [{ value: 'd1', text: 'Sales' }];

async function field(chosen: string, department?: { name: string }) {
  const reader = {
    getDepartmentsEnabledWithAgents: async () => [{ id: 'd1', name: 'Sales' }],
    getLivechatDepartmentByIdOrName: async () => department,
  };
  const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  await saveNumber(host, connectedNumber({ departmentId: 'd9', departmentName: 'Returns' }));
  return departmentField(host, chosen);
}

test.each(['', NO_DEPARTMENT, 'd1'])('with "%s" chosen nothing is gone', async (chosen) => {
  expect(await field(chosen)).toEqual({ departments });
});

test('a disabled department has its own name, a deleted one the stored one, else its id', async () => {
  expect(await field('d9', { name: 'Returns and complaints' })).toMatchObject({
    departments,
    goneDepartment: 'Returns and complaints',
  });
  expect(await field('d9')).toMatchObject({ goneDepartment: 'Returns' });
  expect(await field('d8')).toMatchObject({ goneDepartment: 'd8' });
});
