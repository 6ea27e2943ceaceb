import type { UserDocument } from '../documents/UserDocument';
import type { Settings } from '../settings/Settings';
import type { Users } from '../users/Users';
import { WorkspaceError } from '../WorkspaceError';
import type { WorkspaceParts } from '../WorkspaceParts';
import type { Agents, Departments, LivechatParts } from './Livechat';

export class StoredAgents implements Agents {
  readonly #parts: WorkspaceParts;
  readonly #settings: Settings;
  readonly #users: Users;
  readonly #departments: Departments;

  constructor(parts: WorkspaceParts, settings: Settings, users: Users, departments: Departments) {
    this.#parts = parts;
    this.#settings = settings;
    this.#users = users;
    this.#departments = departments;
  }

  list(): UserDocument[] {
    return this.#parts.store.users
      .where('agent = 1 ORDER BY username')
      .map(({ _id }) => this.#users.find(_id))
      .filter((user) => user !== undefined);
  }

  online(departmentId?: string): UserDocument[] {
    const agents =
      departmentId === undefined
        ? this.list()
        : this.#departments
            .agents(departmentId)
            .map(({ agentId }) => this.#users.find(agentId))
            .filter((user) => user !== undefined);
    return agents.filter((user) => this.isOnline(user));
  }

  isOnline(user: UserDocument): boolean {
    if (!user.active || user.statusLivechat !== 'available' || !this.#users.hasRole(user, 'livechat-agent'))
      return false;
    if (this.#users.hasRole(user, 'bot')) return true;
    if (user.status === 'offline') return false;
    return user.status !== 'away' || this.#settings.boolean('Livechat_enabled_when_agent_idle');
  }

  anyoneOnline(departmentId?: string): boolean {
    if (this.#settings.boolean('Livechat_accept_chats_with_no_agents')) return true;
    if (this.#settings.boolean('Livechat_assign_new_conversation_to_bot')) {
      if (this.online(departmentId).some((user) => this.#users.hasRole(user, 'bot'))) return true;
    }
    return this.#withFallback(departmentId) !== undefined;
  }

  departmentWithAgents(departmentId: string): string | undefined {
    return this.#withFallback(departmentId);
  }

  setAvailability(userId: string, status: 'available' | 'not-available'): UserDocument {
    const user = this.#users.find(userId);
    if (!user || !this.#users.hasRole(user, 'livechat-agent')) {
      throw new WorkspaceError('error-invalid-agent', 'Invalid agent');
    }
    const changed = this.#users.update(userId, { statusLivechat: status });
    this.#parts.events.publish({ type: 'agent', user: changed, audience: { kind: 'everyone' } });
    return changed;
  }

  /** The department, or the first of its fallbacks, where somebody is online; '' for "anywhere", undefined for nobody. */
  #withFallback(departmentId?: string, asked = new Set<string>()): string | undefined {
    if (this.online(departmentId).length > 0) return departmentId ?? '';
    const fallback =
      departmentId === undefined ? undefined : this.#departments.find(departmentId)?.fallbackForwardDepartment;
    if (!fallback || asked.has(fallback)) return undefined;
    return this.#withFallback(fallback, asked.add(fallback));
  }
}

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

/**
 * The agent who gets a new conversation before routing chooses. With `Livechat_last_chatted_agent_routing` it is the
 * agent of the visitor's last conversation, whoever was requested; if that agent is away, routing chooses
 * (`handleNextAgentPreferredEvents.ts` of the enterprise edition).
 */
export function preferredAgent(parts: LivechatParts, token: string, wanted?: UserDocument): UserDocument | undefined {
  if (!parts.settings.boolean('Livechat_last_chatted_agent_routing')) return wanted;
  const rooms = parts.store.rooms.where('visitorToken = ? AND open = 0 ORDER BY ts DESC', token);
  const served = rooms.find(({ servedBy }) => servedBy !== undefined)?.servedBy;
  if (!served) return wanted;
  const last = parts.users.find(served._id);
  return last && parts.agents.isOnline(last) ? last : undefined;
}
