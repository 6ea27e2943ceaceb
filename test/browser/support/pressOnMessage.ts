import type { Locator } from 'playwright-core';
import { waitFor } from '../../e2e/support/waitFor';

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
