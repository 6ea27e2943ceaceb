import { pickText } from '../../state/pick';
import { Markup } from '../markup/Markup';
import type { BubbleProps } from './BubbleProps';

/** The answer that a template's button gave. */
export function ButtonBubble({ shown }: BubbleProps) {
  return <Markup text={pickText(shown.message, 'button', 'text') ?? ''} />;
}
