import { pickList, pickText } from '../../state/pick';
import { LetterAvatar } from '../../page/LetterAvatar';
import type { BubbleProps } from './BubbleProps';

/** People from an address book. */
export function ContactsBubble({ shown }: BubbleProps) {
  return pickList(shown.message, 'contacts').map((contact, index) => {
    const name = pickText(contact, 'name', 'formatted_name') ?? '';
    return (
      <div key={index} className="ph-contact">
        <LetterAvatar name={name} size="x36" />
        <div>
          <strong dir="auto">{name}</strong>
          {pickList(contact, 'phones').map((phone, at) => (
            <small key={at}>{pickText(phone, 'phone') ?? pickText(phone, 'wa_id')}</small>
          ))}
        </div>
      </div>
    );
  });
}
