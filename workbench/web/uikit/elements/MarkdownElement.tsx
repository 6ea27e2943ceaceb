import type { Markdown as MarkdownText } from '@rocket.chat/ui-kit';
import { Markdown } from '../../markdown/Markdown';
import { useTextOf } from '../text/useTextOf';

/** `mrkdwn`: message markup, without turning ":)" into a picture. */
export function MarkdownElement({ text }: { readonly text: MarkdownText }) {
  return <Markdown source={useTextOf()(text)} emoticons={false} />;
}
