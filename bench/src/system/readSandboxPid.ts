import { sandboxPid } from '../../../test/e2e/support/sandboxPid';

/** The process of a workbench's sandbox; 0 where it cannot be found, as on anything but Linux. */
export function readSandboxPid(workbenchPid: number): number {
  try {
    return sandboxPid({ pid: workbenchPid });
  } catch {
    return 0;
  }
}
