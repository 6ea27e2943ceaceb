import type { PhoneMessage } from '../../test/e2e/support/clients/SimulatorClient';
import type { WireMessage } from '../../test/e2e/support/clients/WireDocuments';
import { elementsOf, textOf, textsOf } from '../../test/e2e/support/ui/blocks';
import type { TestView } from '../../test/e2e/support/ui/TestView';
import type { Transcript } from './Transcript';
import { words } from './words';

// Messages, forms and phones as text, as a person reads them.

/** A message as it is read in the room: blocks instead of the text where it has some, buttons in brackets. */
export function showMessage({ msg, blocks = [] }: WireMessage): string {
  if (blocks.length === 0) return msg;
  const buttons = elementsOf(blocks)
    .filter(({ element }) => element.type === 'button')
    .map(({ element }) => textOf(element.text));
  const read = textsOf(blocks).filter((text) => !buttons.includes(text));
  const row = buttons.map((label) => `[${label}]`).join(' ');
  return [...read, row]
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll(':warning:', '⚠');
}

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

/** An API key as it may be shown: dots, however long it is. */
function maskKey(key: string): string {
  return key === '' ? '' : '•'.repeat(16);
}

/** How the phone of the business's side shows how far a message came. */
const TICKS: Readonly<Record<string, string>> = { sent: '✓', delivered: '✓✓', read: '✓✓ read', failed: '✗' };

/** A message of the business as the customer's phone shows it, with its ticks. */
export function showPhone({ message, status }: PhoneMessage, text = message.text?.body ?? message.type): string {
  return `${text}   ${TICKS[status] ?? status}`;
}
