import { Icon } from '@rocket.chat/fuselage';
import { words } from '../../words';
import type { Delivery } from './Delivery';

const TICKS = {
  accepted: { name: 'clock', color: 'hint' },
  sent: { name: 'check-single', color: 'hint' },
  delivered: { name: 'check-double', color: 'hint' },
  read: { name: 'check-double', color: 'status-font-on-info' },
  played: { name: 'check-double', color: 'status-font-on-info' },
  failed: { name: 'error-circle', color: 'status-font-on-danger' },
} as const;

/** The ticks of a message to a customer. */
export function DeliveryTicks({ delivery }: { readonly delivery: Delivery }) {
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
