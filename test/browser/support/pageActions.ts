import type { Locator, Page } from 'playwright-core';
import type { TestWorkbench } from '../../e2e/support/instances/TestWorkbench';
import { waitFor } from '../../e2e/support/waitFor';

/** Fills the open form with the demo number and its key, and waits until the number is connected. */
export async function fillConnectForm(page: Page, { demo }: TestWorkbench): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByLabel('API Key').fill(demo.apiKey);
  await form.getByLabel('Phone Number').fill(demo.phoneNumber);
  await form.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByText('Your WhatsApp number is now connected!').waitFor();
  await form.waitFor({ state: 'detached' });
}

/** Connects the demo number as a first visitor does: Yes, Connect WhatsApp Number, key and number, Connect. */
export async function connectByPage(page: Page, workbench: TestWorkbench): Promise<void> {
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByRole('button', { name: 'Connect WhatsApp Number' }).click();
  await fillConnectForm(page, workbench);
}

/** Presses a button of a message's toolbar, which is there while the pointer is on the message; messages may move meanwhile. */
export async function pressOnMessage(message: Locator, name: string): Promise<void> {
  await waitFor(
    async () => {
      await message.hover({ timeout: 1_000 });
      await message.getByRole('button', { name }).first().click({ timeout: 1_000 });
      return true;
    },
    { what: `“${name}” on a message` },
  );
}

/** The phone panel of the page, used as a person does. */
export class Phone {
  constructor(private readonly page: Page) {}

  /** The messages on the phone, oldest first. */
  get bubbles(): Locator {
    return this.page.locator('.ph-bubble');
  }

  /** Takes a customer's phone into the hand. */
  async take(name: string): Promise<void> {
    await this.page.locator(`[data-customer="${name}"]`).click();
  }

  async say(text: string): Promise<void> {
    const field = this.page.locator('.ph-write textarea');
    await field.fill(text);
    await field.press('Enter');
  }

  /** Sends something else than text, from the phone's menu. */
  async play(label: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Send something else' }).click();
    await this.page.getByRole('menuitem', { name: label, exact: true }).click();
  }

  /** A bubble with this text, once it is there. */
  async shows(text: string): Promise<Locator> {
    const bubble = this.bubbles.filter({ hasText: text }).last();
    await bubble.waitFor();
    return bubble;
  }
}
