import { Icon } from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { words } from '../../words';
import type { Delivery } from './messageFacts';
import { deliveryOf } from './messageFacts';

/** Small marks of a message: that it was edited, and how far it got to the customer. */
export function MessageMarks({ message }: { readonly message: Message }) {
  const delivery = deliveryOf(message);
  return (
    <>
      {message.editedAt && (
        <Icon
          name="edit"
          size={16}
          color="hint"
          role="img"
          title={words.message.edited}
          aria-label={words.message.edited}
          className="wb-message-edited"
        />
      )}
      {delivery && <DeliveryTicks delivery={delivery} />}
    </>
  );
}

const TICKS = {
  accepted: { name: 'clock', color: 'hint' },
  sent: { name: 'check-single', color: 'hint' },
  delivered: { name: 'check-double', color: 'hint' },
  read: { name: 'check-double', color: 'status-font-on-info' },
  played: { name: 'check-double', color: 'status-font-on-info' },
  failed: { name: 'error-circle', color: 'status-font-on-danger' },
} as const;

/** The ticks of a message to a customer. */
function DeliveryTicks({ delivery }: { readonly delivery: Delivery }) {
  const label = words.message.delivery[delivery];
  return (
    <Icon
      {...TICKS[delivery]}
      size={16}
      role="img"
      title={label}
      aria-label={label}
      data-delivery={delivery}
      marginInlineStart={4}
    />
  );
}
