import type { PlainText } from '@rocket.chat/ui-kit';
import { useTextOf } from '../text/useTextOf';

/** `plain_text`: verbatim. */
export function PlainTextElement({ text }: { readonly text: PlainText }) {
  return <>{useTextOf()(text)}</>;
}
