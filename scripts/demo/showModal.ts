import type { TestView } from '../../test/e2e/support/ui/TestView';
import { maskKey } from './maskKey';
import { words } from './words';
import type { Transcript } from './Transcript';

/** The open modal: its title, its fields by what they are called, and under a field what is wrong with it. */
export function showModal(
  transcript: Transcript,
  modal: TestView,
  chosen: Readonly<Record<string, string>> = {},
): void {
  transcript.say(words.who.modal, modal.title);
  const width = Math.max(...modal.labels.map((label) => label.length)) + 3;
  for (const label of modal.labels) {
    const typed = modal.valueOf(label);
    const value = chosen[label] ?? (typeof typed === 'string' ? typed : '');
    const shown = label.startsWith('API Key') ? maskKey(value) : value;
    transcript.say('', `${label.padEnd(width)}${shown}`);
    const error = modal.errorOf(label);
    if (error) transcript.say('', words.wrong(error));
  }
}
