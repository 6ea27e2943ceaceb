import { checkDepartment } from '../../../src/handlers/numbers/doctor/checkDepartment';
import { exam } from '../../support/exam';

const departments = [
  { id: 'sales', enabled: true },
  { id: 'closed', enabled: false },
];

const found = async (online: boolean, number: Parameters<typeof exam>[0] = {}) => {
  const reader = {
    isOnlineAsync: async () => online,
    getLivechatDepartmentByIdOrName: async (id: string) => departments.find((each) => each.id === id),
  };
  return checkDepartment(await exam({ ...number, read: { getLivechatReader: () => reader } }));
};

test('somebody is there, or nobody', async () => {
  const number = { departmentId: 'sales', departmentName: 'Sales' };
  expect(await found(true, { number })).toEqual([
    { level: 'good', says: { key: 'doctor:agentsOnline', params: { department: 'Sales' } } },
  ]);
  expect(await found(false, { number })).toMatchObject([{ level: 'doubtful', says: { key: 'doctor:nobodyOnline' } }]);
  expect(await found(true)).toEqual([{ level: 'good', says: { key: 'doctor:agentsOnlineAnywhere' } }]);
  expect(await found(false)).toEqual([{ level: 'doubtful', says: { key: 'doctor:nobodyOnlineAnywhere' } }]);
});

test('the department is switched off, whoever is available', async () => {
  expect(await found(true, { number: { departmentId: 'closed', departmentName: 'Night shift' } })).toEqual([
    { level: 'bad', says: { key: 'doctor:departmentOff', params: { department: 'Night shift' } } },
  ]);
});

test('the department is gone', async () => {
  expect(await found(true, { number: { departmentId: 'old', departmentName: 'Old team' } })).toEqual([
    { level: 'bad', says: { key: 'doctor:departmentGone', params: { department: 'Old team' } } },
  ]);
});
