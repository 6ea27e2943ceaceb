import { words } from '../../words';
import type { BubbleProps } from './BubbleProps';

/** A message that its sender took back. */
export function DeletedBubble({ shown }: BubbleProps) {
  return <em className="ph-quiet">🚫 {shown.direction === 'in' ? words.phone.youDeleted : words.phone.deleted}</em>;
}
