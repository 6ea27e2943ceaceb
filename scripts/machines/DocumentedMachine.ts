import type { AnyStateMachine } from 'xstate';

/** A machine of `src/machines` with what its file says about it. */
export interface DocumentedMachine {
  /** The name of the file and of the machine. */
  name: string;
  machine: AnyStateMachine;
  /** The machine's doc comment, as Markdown in one line. */
  about: string;
}
