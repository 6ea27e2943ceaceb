import buildPackages from '../../e2e/support/globalSetup';
import { startTestWorkbench } from '../../e2e/support/startTestWorkbench';
import { waitFor } from '../../e2e/support/waitFor';
import { shippedChromium } from './shippedChromium';

/** Builds packages and page and unpacks the browser once, so that tests side by side do not do it at the same time. */
export default async function globalSetup(): Promise<void> {
  await Promise.all([buildPackages(), shippedChromium()]);
  const workbench = await startTestWorkbench({ page: true });
  try {
    await waitFor(async () => (await fetch(workbench.url)).ok, { timeout: 60_000, interval: 200, what: 'the page' });
  } finally {
    await workbench.stop();
  }
}
