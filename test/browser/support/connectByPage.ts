import type { Page } from 'playwright-core';
import type { TestWorkbench } from '../../e2e/support/TestWorkbench';
import { fillConnectForm } from './fillConnectForm';

/** Connects the demo number as a first visitor does: Yes, Connect WhatsApp Number, key and number, Connect. */
export async function connectByPage(page: Page, workbench: TestWorkbench): Promise<void> {
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByRole('button', { name: 'Connect WhatsApp Number' }).click();
  await fillConnectForm(page, workbench);
}
