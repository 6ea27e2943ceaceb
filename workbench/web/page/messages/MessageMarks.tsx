import { Icon } from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { words } from '../../words';
import { deliveryOf } from './deliveryOf';
import { DeliveryTicks } from './DeliveryTicks';

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
