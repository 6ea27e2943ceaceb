import { words } from '../words';
import type { HintProgress } from './HintProgress';

/** One step on the way to the first answered customer. */
export type HintStep = {
  readonly id: 'yes' | 'open-form' | 'fill-form' | 'write' | 'answer' | 'done';
  readonly text: string;
  readonly isDone: (progress: HintProgress) => boolean;
};

/** The steps, in their order; the first that is not done is shown. */
export const hintSteps: readonly HintStep[] = [
  { id: 'yes', text: words.hints.yes, isDone: ({ saidYes, connected }) => saidYes || connected },
  { id: 'open-form', text: words.hints.openForm, isDone: ({ formOpen, connected }) => formOpen || connected },
  { id: 'fill-form', text: words.hints.fillForm, isDone: ({ connected }) => connected },
  { id: 'write', text: words.hints.write, isDone: ({ customerWrote }) => customerWrote },
  { id: 'answer', text: words.hints.answer, isDone: ({ answered }) => answered },
  { id: 'done', text: words.hints.done, isDone: () => false },
];
