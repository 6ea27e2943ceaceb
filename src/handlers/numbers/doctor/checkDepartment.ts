import type { Check } from './Exam';

/** Is anybody there to answer? */
export const checkDepartment: Check = async ({ host, number: { departmentId, departmentName } }) => {
  const reader = host.read.getLivechatReader();
  if (departmentId) {
    const department = await reader.getLivechatDepartmentByIdOrName(departmentId);
    if (!department?.enabled) {
      const key = department ? 'doctor:departmentOff' : 'doctor:departmentGone';
      return [{ level: 'bad', says: { key, params: { department: departmentName ?? departmentId } } }];
    }
  }
  const online = await reader.isOnlineAsync(departmentId);
  if (!departmentId) {
    return [
      online
        ? { level: 'good', says: { key: 'doctor:agentsOnlineAnywhere' } }
        : { level: 'doubtful', says: { key: 'doctor:nobodyOnlineAnywhere' } },
    ];
  }
  const params = { department: departmentName ?? departmentId };
  return [
    online
      ? { level: 'good', says: { key: 'doctor:agentsOnline', params } }
      : { level: 'doubtful', says: { key: 'doctor:nobodyOnline', params } },
  ];
};
