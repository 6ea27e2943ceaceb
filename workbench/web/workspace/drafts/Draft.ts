import type { Message } from '../../documents/Message';
import type { Attempt } from './Attempt';

/** What is about to be written in a room: a text, perhaps as an answer to a message or as a change of one, and files. */
export type Draft = {
  readonly text: string;
  readonly quoting?: Message | undefined;
  readonly editing?: Message | undefined;
  /** What was being written before a message was to be changed. */
  readonly aside?: string | undefined;
  /** It was given to the server before, whose answer was lost or a refusal. */
  readonly attempt?: Attempt | undefined;
  readonly files: readonly File[];
};
