import { pickText } from '../../state/pick';
import type { BubbleProps } from './BubbleProps';

/** What WhatsApp itself tells in a chat, such as a new number. */
export function SystemBubble({ shown }: BubbleProps) {
  return (
    <em className="ph-quiet">
      {pickText(shown.message, 'system', 'body') ?? pickText(shown.message, 'system', 'type')}
    </em>
  );
}
