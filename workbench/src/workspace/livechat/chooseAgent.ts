import type { UserDocument } from '../documents/UserDocument';
import type { LivechatParts } from './LivechatParts';

/**
 * Automatic routing: of the agents who are online (in the department), the one with the fewest open conversations, and
 * of equal ones who comes first. Nobody with manual routing.
 */
export function chooseAgent(parts: LivechatParts, departmentId?: string): UserDocument | undefined {
  if (parts.settings.string('Livechat_Routing_Method') === 'Manual_Selection') return undefined;
  const load = (agent: UserDocument): number => parts.store.rooms.count('agentId = ? AND open = 1', agent._id);
  const [best] = parts.agents
    .online(departmentId)
    .map((agent) => ({ agent, open: load(agent) }))
    .sort((a, b) => a.open - b.open);
  return best?.agent;
}
