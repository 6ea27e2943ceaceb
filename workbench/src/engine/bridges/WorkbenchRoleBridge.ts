import type { IRole } from '@rocket.chat/apps-engine/definition/roles/IRole';
import { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge';
import { refuse } from './refuse';

export class WorkbenchRoleBridge extends RoleBridge {
  protected async getOneByIdOrName(): Promise<IRole | null> {
    return refuse('RoleBridge', 'getOneByIdOrName');
  }

  protected async getCustomRoles(): Promise<IRole[]> {
    return refuse('RoleBridge', 'getCustomRoles');
  }
}
