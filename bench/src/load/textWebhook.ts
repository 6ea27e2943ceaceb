import { randomUUID } from 'node:crypto';

/** The number that webhooks are for, as Meta names it in them. */
export interface Sender {
  display_phone_number: string;
  phone_number_id: string;
}

/** One text of a customer. */
export interface Text {
  /** Digits. */
  customer: string;
  body: string;
}

/** The body of a webhook with the texts of customers, as 360dialog sends it (Meta: webhooks, text messages). */
export function textWebhook(metadata: Sender, texts: readonly Text[]): string {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const customers = [...new Set(texts.map(({ customer }) => customer))];
  const value = {
    messaging_product: 'whatsapp',
    metadata,
    contacts: customers.map((customer) => ({ profile: { name: nameOf(customer) }, wa_id: customer })),
    messages: texts.map(({ customer, body }) => ({
      from: customer,
      id: `wamid.${randomUUID()}`,
      timestamp,
      type: 'text',
      text: { body },
    })),
  };
  const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

/** As long as a name usually is. */
function nameOf(customer: string): string {
  return `Customer ${customer.slice(-6)}`;
}
