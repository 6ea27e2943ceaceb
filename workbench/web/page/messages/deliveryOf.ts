import * as v from 'valibot';
import type { Message } from '../../documents/Message';
import { readOne } from '../../documents/readOne';
import type { Delivery } from './Delivery';

const Delivered = v.object({
  whatsapp: v.object({ status: v.picklist(['accepted', 'sent', 'delivered', 'read', 'played', 'failed']) }),
});

/** The delivery that the app has noted on a message, if it has. */
export function deliveryOf(message: Message): Delivery | undefined {
  return readOne(Delivered, message.customFields)?.whatsapp.status;
}
