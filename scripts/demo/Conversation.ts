import type { TestClient } from '../../test/e2e/support/TestClient';
import type { CapturedText } from './readCapturedText';

/** The conversation of the demo. */
export interface Conversation {
  agent: TestClient;
  /** The room's id. */
  room: string;
  /** The webhook that it began with. */
  first: CapturedText;
}
