import { readSandbox } from '../../core/sandbox';
import type { Check } from './Exam';

/** What runs the app: whoever reads the report for somebody else knows by it what the server can do. */
export const checkSandbox: Check = () =>
  Promise.resolve([{ level: 'good', says: { key: 'doctor:sandbox', params: { sandbox: readSandbox().name } } }]);
