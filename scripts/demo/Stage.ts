import type { SimulatedPhone } from '../../test/e2e/support/clients/SimulatorClient';
import type { TestClient } from '../../test/e2e/support/clients/TestClient';
import type { TestWorkbench } from '../../test/e2e/support/instances/TestWorkbench';
import type { CapturedText } from './readCapturedText';
import type { Transcript } from './Transcript';
import { words } from './words';

/** The state that the steps of the demo share. */
export interface Stage {
  workbench: TestWorkbench;
  transcript: Transcript;
  /** The business's number, digits. */
  number: string;
  /** The customer's phone. */
  phone: SimulatedPhone;
}

/** The conversation of the demo. */
export interface Conversation {
  agent: TestClient;
  /** The room's id. */
  room: string;
  /** A webhook with one of its messages. */
  captured: CapturedText;
}

/** What the transcript shows has to be so. @throws Error saying what was expected. */
export function expected(holds: boolean, what: string): void {
  if (!holds) throw new Error(words.unexpected(what));
}
