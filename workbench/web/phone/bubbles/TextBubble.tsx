import { pickText } from '../../state/pick';
import { Markup } from '../markup/Markup';
import type { BubbleProps } from './BubbleProps';

/** Words. */
export function TextBubble({ shown }: BubbleProps) {
  return <Markup text={pickText(shown.message, 'text', 'body') ?? ''} />;
}
