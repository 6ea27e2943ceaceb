import type { SimulatedPhone } from '../../test/e2e/support/SimulatorClient';
import type { TestWorkbench } from '../../test/e2e/support/TestWorkbench';
import type { Transcript } from './Transcript';

/** What the steps of the demo share. */
export interface Stage {
  workbench: TestWorkbench;
  transcript: Transcript;
  /** The business's number, digits. */
  number: string;
  /** The customer's phone. */
  phone: SimulatedPhone;
}
