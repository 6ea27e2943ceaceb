import type { PlainText } from '@rocket.chat/ui-kit';

/** A text that is shown as it is. */
export function plainText(text: string): PlainText {
  return { type: 'plain_text', text };
}
