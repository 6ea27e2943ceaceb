import type { Page } from 'playwright-core';
import type { TestWorkbench } from '../../e2e/support/TestWorkbench';

/** Fills the open form with the demo number and its key, and waits until the number is connected. */
export async function fillConnectForm(page: Page, { demo }: TestWorkbench): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByLabel('API Key').fill(demo.apiKey);
  await form.getByLabel('Phone Number').fill(demo.phoneNumber);
  await form.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByText('Your WhatsApp number is now connected!').waitFor();
  await form.waitFor({ state: 'detached' });
}
