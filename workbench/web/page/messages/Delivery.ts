/** How far a message got on its way to a customer's phone. */
export type Delivery = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';
