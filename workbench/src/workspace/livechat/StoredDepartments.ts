import { createId } from '../../store/createId';
import type { Store } from '../../store/Store';
import { WorkspaceError } from '../WorkspaceError';
import type { DepartmentAgentDocument, DepartmentDocument } from '../documents/DepartmentDocument';
import type { Departments } from './Livechat';

export class StoredDepartments implements Departments {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  list(): DepartmentDocument[] {
    return this.#store.departments.where('1 ORDER BY name');
  }

  find(id: string): DepartmentDocument | undefined {
    return this.#store.departments.get(id);
  }

  findByIdOrName(idOrName: string): DepartmentDocument | undefined {
    return this.#store.departments.first('_id = ? OR name = ?', idOrName, idOrName);
  }

  listEnabledWithAgents(): DepartmentDocument[] {
    return this.list().filter(({ enabled, numAgents }) => enabled && numAgents > 0);
  }

  agents(departmentId: string): DepartmentAgentDocument[] {
    return this.#store.departmentAgents.where('departmentId = ? ORDER BY rowid', departmentId);
  }

  departmentsOf(agentId: string): string[] {
    return this.#store.departmentAgents.where('agentId = ?', agentId).map(({ departmentId }) => departmentId);
  }

  remove(id: string): void {
    this.#store.transaction(() => {
      if (!this.#store.departments.delete(id)) throw new WorkspaceError('error-department-not-found');
      this.#store.departmentAgents.deleteWhere('departmentId = ?', id);
    });
  }

  save(department: Partial<DepartmentDocument> & { name: string }, agentIds: string[]): DepartmentDocument {
    return this.#store.transaction(() => {
      const before = department._id === undefined ? undefined : this.find(department._id);
      const saved: DepartmentDocument = {
        enabled: true,
        email: `${department.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}@example.com`,
        showOnRegistration: true,
        showOnOfflineForm: true,
        ...before,
        ...department,
        _id: department._id ?? createId(),
        numAgents: agentIds.length,
        _updatedAt: new Date(),
      };
      this.#store.departmentAgents.deleteWhere('departmentId = ?', saved._id);
      agentIds.forEach((agentId, order) => {
        const username = this.#store.users.get(agentId)?.username;
        if (username === undefined) throw new WorkspaceError('error-invalid-agent', 'Invalid agent');
        this.#store.departmentAgents.put({
          _id: createId(),
          departmentId: saved._id,
          agentId,
          username,
          order,
          count: 0,
        });
      });
      return this.#store.departments.put(saved);
    });
  }
}
