import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';
import { words } from '../../words';
import { summary } from './summary';

/** The message that a bubble answers. */
export function QuotedBubble({ quoted }: { readonly quoted: NonNullable<PhoneMessage['quoted']> }) {
  return (
    <blockquote className="ph-quote" data-direction={quoted.direction}>
      <strong>{quoted.direction === 'in' ? words.phone.you : words.phone.business}</strong>
      <div dir="auto">{summary(quoted.message)}</div>
    </blockquote>
  );
}
