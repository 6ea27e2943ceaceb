import { waitFor } from './waitFor';

/** Waits until a workbench serves its page, which it builds when the sources have changed. */
export async function pageServed(url: string): Promise<void> {
  await waitFor(async () => (await fetch(url)).ok, { timeout: 80_000, interval: 100, what: 'the page' });
}
