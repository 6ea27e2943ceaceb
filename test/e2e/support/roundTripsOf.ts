import { settle } from './settle';
import type { TestWorkbench } from './TestWorkbench';
import type { WireRoundTrips } from './WireDocuments';

/** The requests to the app that something leads to, and the round trips of each, work after the answer included. */
export async function roundTripsOf(workbench: TestWorkbench, act: () => Promise<unknown>): Promise<WireRoundTrips[]> {
  await settle(workbench);
  await workbench.clearRoundTrips();
  await act();
  await settle(workbench);
  return workbench.roundTrips();
}
