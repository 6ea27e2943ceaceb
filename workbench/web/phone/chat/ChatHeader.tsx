import { LetterAvatar } from '../../page/LetterAvatar';
import type { Customer, PhoneNumber } from '../../simulator/documents/Customer';
import { words } from '../../words';
import { CustomerMenu } from './CustomerMenu';

/** With whom the phone talks, and whether they are typing. */
export function ChatHeader({
  customer,
  business,
  typing,
}: {
  readonly customer: Customer;
  readonly business: PhoneNumber;
  readonly typing: boolean;
}) {
  const name = business.displayName || business.phoneNumber;
  return (
    <header className="ph-chat-header">
      <LetterAvatar name={name} size="x36" />
      <div>
        <strong>{name}</strong>
        <small aria-live="polite">{typing ? words.phone.typing : words.phone.account}</small>
      </div>
      <span className="ph-owner" title={customer.waId ? `+${customer.waId}` : customer.userId}>
        {customer.name}
      </span>
      <CustomerMenu customer={customer} />
    </header>
  );
}
