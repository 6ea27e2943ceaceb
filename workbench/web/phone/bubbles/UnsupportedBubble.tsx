import { pickText } from '../../state/pick';
import { words } from '../../words';
import type { BubbleProps } from './BubbleProps';

/** What the Cloud API does not pass on, or what this phone cannot draw. */
export function UnsupportedBubble({ shown }: BubbleProps) {
  const kind = pickText(shown.message, 'unsupported', 'type') ?? shown.message.type;
  return <em className="ph-quiet">{words.phone.unsupported(kind)}</em>;
}
