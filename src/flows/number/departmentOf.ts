import { NO_DEPARTMENT } from '../../blocks/numberForm';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import type { NumberForm } from '../../machines/NumberForm';
import type { Scene } from '../Scene';

/** The chosen department as it is stored with a number; nothing for "none". */
export async function departmentOf(
  { host }: Scene,
  { departmentId }: NumberForm,
): Promise<Pick<ConnectedNumber, 'departmentId' | 'departmentName'>> {
  if (!departmentId || departmentId === NO_DEPARTMENT) {
    return {};
  }
  const department = await host.read.getLivechatReader().getLivechatDepartmentByIdOrName(departmentId);
  return { departmentId, departmentName: department?.name };
}
