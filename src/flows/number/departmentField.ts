import type { Choice } from '../../blocks/elements';
import { NO_DEPARTMENT } from '../../blocks/numberForm';
import type { Host } from '../../handlers/Host';
import { listed } from '../../handlers/listed';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import { readNumbers } from '../../handlers/records/numbers';
import type { NumberForm } from '../../machines/NumberForm';
import type { Scene } from '../Flow';

/** What the field for the department shows. */
interface DepartmentField {
  departments: Choice[];
  /** The name of the chosen department where it can take no conversations any more; it is not among the choices. */
  goneDepartment?: string;
}

/**
 * The departments to choose from, and whether the chosen one is among them: it may have been deleted or disabled since,
 * or its agents are gone. A deleted one is called by the name that was stored with a number.
 */
export async function departmentField(host: Host, chosen: string): Promise<DepartmentField> {
  const departments = await departmentChoices(host);
  if (!chosen || chosen === NO_DEPARTMENT || departments.some(({ value }) => value === chosen)) {
    return { departments };
  }
  const department = await host.read.getLivechatReader().getLivechatDepartmentByIdOrName(chosen);
  const numbers = await readNumbers(host);
  const stored = numbers.find(({ departmentId }) => departmentId === chosen)?.departmentName;
  return { departments, goneDepartment: department?.name ?? stored ?? chosen };
}

/**
 * The departments that can take conversations: enabled and with agents. None where an admin did not grant the app to see
 * them: the engine then answers nothing at all, and a number can do without.
 */
export async function departmentChoices(host: Host): Promise<Choice[]> {
  const reader = host.read.getLivechatReader();
  const departments = listed(await reader.getDepartmentsEnabledWithAgents());
  return departments.map(({ id, name }) => ({ value: id, text: name ?? id }));
}

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
