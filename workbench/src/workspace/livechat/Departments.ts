import type { DepartmentAgentDocument } from '../documents/DepartmentAgentDocument';
import type { DepartmentDocument } from '../documents/DepartmentDocument';

/** Departments and who works in them. */
export interface Departments {
  list(): DepartmentDocument[];
  find(id: string): DepartmentDocument | undefined;
  findByIdOrName(idOrName: string): DepartmentDocument | undefined;
  /** Enabled departments that have at least one agent. */
  listEnabledWithAgents(): DepartmentDocument[];
  agents(departmentId: string): DepartmentAgentDocument[];
  departmentsOf(agentId: string): string[];
  /** Throws `error-department-not-found`. Conversations and apps that name it keep doing so. */
  remove(id: string): void;
  save(department: Partial<DepartmentDocument> & { name: string }, agentIds: string[]): DepartmentDocument;
}
