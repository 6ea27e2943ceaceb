import type { Workspace } from '../Workspace';

/** Says whether one takes conversations. */
export function setAvailability(workspace: Workspace, status: 'available' | 'not-available'): Promise<boolean> {
  return workspace.attempt(() => workspace.api.post('/api/v1/livechat/agent.status', { status }));
}
