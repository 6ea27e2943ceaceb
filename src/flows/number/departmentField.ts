import type { Choice } from '../../blocks/elements/selectInput';
import { NO_DEPARTMENT } from '../../blocks/numberForm';
import type { Host } from '../../handlers/Host';
import { readNumbers } from '../../handlers/records/numbers';
import { departmentChoices } from './departmentChoices';

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
