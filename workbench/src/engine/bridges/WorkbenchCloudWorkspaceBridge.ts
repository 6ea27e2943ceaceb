import type { IWorkspaceToken } from '@rocket.chat/apps-engine/definition/cloud/IWorkspaceToken';
import { CloudWorkspaceBridge } from '@rocket.chat/apps-engine/server/bridges/CloudWorkspaceBridge';
import { refuse } from './refuse';

export class WorkbenchCloudWorkspaceBridge extends CloudWorkspaceBridge {
  protected async getWorkspaceToken(): Promise<IWorkspaceToken> {
    return refuse('CloudWorkspaceBridge', 'getWorkspaceToken');
  }
}
