import type { Database } from 'libsql';
import { Collection } from '../Collection';

/** How far the workbench's clock was moved ahead of the machine's, in milliseconds. */
export interface ClockDocument {
  _id: 'journey';
  offset: number;
}

export class ClockCollection extends Collection<ClockDocument> {
  constructor(db: Database) {
    super(db, 'clock', {});
  }

  /** Zero until somebody has travelled. */
  read(): number {
    return this.get('journey')?.offset ?? 0;
  }

  write(offset: number): void {
    this.put({ _id: 'journey', offset });
  }
}
