import buildPackages from '../../e2e/support/globalSetup';
import { startTestWorkbench } from '../../e2e/support/instances/startTestWorkbench';
import { shippedChromium } from './chromium';

/** Builds packages and page and unpacks the browser once, so that tests side by side do not do it at the same time. */
export default async function globalSetup(): Promise<void> {
  await Promise.all([buildPackages(), shippedChromium()]);
  const workbench = await startTestWorkbench({ page: true, fromSources: true });
  await workbench.stop();
}
