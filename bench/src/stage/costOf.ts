import type { WireRoundTrips } from '../../../test/e2e/support/WireDocuments';
import type { TestWorkbench } from '../../../test/e2e/support/TestWorkbench';
import { settle } from './settle';

/** The requests to the app that something led to, and the round trips of each. */
export async function costOf(workbench: TestWorkbench, act: () => Promise<unknown>): Promise<WireRoundTrips[]> {
  await settle(workbench);
  await workbench.clearRoundTrips();
  await act();
  await settle(workbench);
  return workbench.roundTrips();
}
