import type { Page } from 'playwright-core';
import type { TestWorkbench } from '../../e2e/support/TestWorkbench';

/** Connects the demo number as a first visitor does: Yes, Connect WhatsApp Number, key and number, Connect. */
export async function connectByPage(page: Page, { demo }: TestWorkbench): Promise<void> {
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByRole('button', { name: 'Connect WhatsApp Number' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('API Key').fill(demo.apiKey);
  await form.getByLabel('Phone Number').fill(demo.phoneNumber);
  await form.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByText('Your WhatsApp number is now connected!').waitFor();
  await form.waitFor({ state: 'detached' });
}
