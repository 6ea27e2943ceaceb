import type { Database } from 'libsql';
import type { DepartmentDocument } from '../../workspace/documents/DepartmentDocument';
import { Collection } from '../Collection';

export class DepartmentCollection extends Collection<DepartmentDocument> {
  constructor(db: Database) {
    super(db, 'departments', { name: (department) => department.name }, ['name']);
  }
}
