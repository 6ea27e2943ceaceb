import type { Message } from '../../documents/Message';

/** What is about to be written in a room: a text, perhaps as an answer to a message or as a change of one, and files. */
export type Draft = {
  readonly text: string;
  readonly quoting?: Message | undefined;
  readonly editing?: Message | undefined;
  /** What was being written before a message was to be changed. */
  readonly aside?: string | undefined;
  readonly files: readonly File[];
};
