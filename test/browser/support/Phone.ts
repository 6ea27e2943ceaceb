import type { Locator, Page } from 'playwright-core';

/** The phone panel of the page, used as a person does. */
export class Phone {
  constructor(private readonly page: Page) {}

  /** What the phone shows, oldest first. */
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
