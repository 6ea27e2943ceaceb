import type { Finding } from '../../../machines/doctor';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { isStoreNewer } from '../../core/records/install';
import { connectionOf } from '../connectionOf';
import type { ConnectedNumber } from '../numbers';
import {
  checkDepartment,
  checkFiles,
  checkOmnichannel,
  checkReactions,
  checkSandbox,
  checkDeadLetters,
} from './workspaceChecks';
import { checkKey, checkLoopBack, checkTemplates, checkWebhook } from './numberChecks';
import type { Check } from './Exam';

/** The checks, in the order of the report. */
const checks: readonly Check[] = [
  checkKey,
  checkWebhook,
  checkLoopBack,
  checkTemplates,
  checkOmnichannel,
  checkDepartment,
  checkFiles,
  checkReactions,
  checkSandbox,
  checkDeadLetters,
];

/** Runs all checks on a number. A check that cannot be carried out is a finding too. */
export async function examine(host: Host, number: ConnectedNumber): Promise<Finding[]> {
  if (await isStoreNewer(host)) {
    return [{ level: 'bad', says: { key: 'errors:storeNewer' } }];
  }
  const connection = await connectionOf(host, number);
  const findings = await Promise.all(
    checks.map((check) => check({ host, number, connection }).catch((error: unknown) => [failed(error)])),
  );
  return unlessTold(findings.flat());
}

/** A refused key fails several checks; it is reported once. */
function unlessTold(findings: readonly Finding[]): Finding[] {
  const said = new Set<string>();
  return findings.filter(({ says }) => {
    const text = JSON.stringify(says);
    return !said.has(text) && said.add(text);
  });
}

function failed(error: unknown): Finding {
  const says = error instanceof AppError ? { key: error.key, params: error.params } : { key: 'errors:bug' };
  return { level: 'bad', says };
}
