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
  save(department: Partial<DepartmentDocument> & { name: string }, agentIds: string[]): DepartmentDocument;
}
