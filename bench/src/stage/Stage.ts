import type { TestWorkbench } from '../../../test/e2e/support/TestWorkbench';
import type { Sender } from '../load/textWebhook';
import type { Target } from '../load/Target';

/** A workbench with a connected number, and where to send webhooks. */
export interface Stage {
  workbench: TestWorkbench;
  /** Digits. */
  number: string;
  sender: Sender;
  target: Target;
}
