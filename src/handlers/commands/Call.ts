import type { Scene } from '../../flows/Scene';

/** A typed command. */
export interface Call {
  scene: Scene;
  /** Opens a view; '' where the client gave none. */
  triggerId: string;
  /** What stands behind the sub-command. */
  words: string[];
}
