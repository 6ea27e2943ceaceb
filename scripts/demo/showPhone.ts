import type { PhoneMessage } from '../../test/e2e/support/SimulatorClient';

/** How the phone of the business's side shows how far a message came. */
const TICKS: Readonly<Record<string, string>> = { sent: '✓', delivered: '✓✓', read: '✓✓ read', failed: '✗' };

/** A message of the business as the customer's phone shows it, with its ticks. */
export function showPhone({ message, status }: PhoneMessage): string {
  return `${message.text?.body ?? message.type}   ${TICKS[status] ?? status}`;
}
