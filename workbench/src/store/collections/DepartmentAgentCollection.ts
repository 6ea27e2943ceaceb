import type { Database } from 'libsql';
import type { DepartmentAgentDocument } from '../../workspace/documents/DepartmentAgentDocument';
import { Collection } from '../Collection';

export class DepartmentAgentCollection extends Collection<DepartmentAgentDocument> {
  constructor(db: Database) {
    super(db, 'department_agents', { departmentId: (agent) => agent.departmentId, agentId: (agent) => agent.agentId }, [
      'departmentId',
      'agentId',
    ]);
  }
}
