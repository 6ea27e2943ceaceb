import { NO_DEPARTMENT } from '../../blocks/numberForm';
import type { ConnectedNumber } from '../../handlers/records/numbers';
import { departmentOf } from '../number/departmentOf';
import type { Scene } from '../Scene';
import type { EditedForm } from './EditedForm';

/** The department, where this admin chose another one; what somebody else chose meanwhile stays otherwise. */
export async function departmentChange(
  scene: Scene,
  { opened, form }: EditedForm,
): Promise<Pick<ConnectedNumber, 'departmentId' | 'departmentName'>> {
  return chosen(opened.departmentId) === chosen(form.departmentId)
    ? {}
    : { departmentId: undefined, departmentName: undefined, ...(await departmentOf(scene, form)) };
}

/** "None" is a choice of the form; where nothing was chosen it is what the form shows. */
function chosen(departmentId: string): string {
  return departmentId || NO_DEPARTMENT;
}
