import type { UserDocument } from '../documents/UserDocument';

/** Agents' availability. */
export interface Agents {
  list(): UserDocument[];
  /** Agents who are there and available, of a department or of all. */
  online(departmentId?: string): UserDocument[];
  isOnline(user: UserDocument): boolean;
  /** `isOnlineAsync` of the engine: accept-with-no-agents, bots, the department's agents, then its fallback department. */
  anyoneOnline(departmentId?: string): boolean;
  /** This department when somebody is online there, else the first of its fallbacks where somebody is. */
  departmentWithAgents(departmentId: string): string | undefined;
  setAvailability(userId: string, status: 'available' | 'not-available'): UserDocument;
}
