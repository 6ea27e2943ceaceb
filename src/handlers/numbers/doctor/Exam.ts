import type { Finding } from '../../../machines/doctor';
import type { Host } from '../../core/Host';
import type { Connection } from '../../dialog360/Connection';
import type { ConnectedNumber } from '../numbers';

/** A number under examination. */
export interface Exam {
  host: Host;
  number: ConnectedNumber;
  connection: Connection;
}

/** One check. @throws AppError, which the doctor turns into a bad finding */
export type Check = (exam: Exam) => Promise<Finding[]>;
