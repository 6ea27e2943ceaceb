import { randomUUID } from 'node:crypto';

/** The digits of the n-th customer: a Brazilian mobile number, nine digits after the area code. */
export function customerNumber(n: number): string {
  return `55119${String(60_000_000 + n)}`;
}

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
  return webhookOf(value);
}

/** The body of a webhook with one status of a message, as 360dialog sends it (Meta: webhooks, status messages). */
export function statusWebhook(
  metadata: Sender,
  { wamid, customer }: { wamid: string; customer: string },
  status: 'sent' | 'delivered' | 'read',
): string {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const pricing = { billable: true, pricing_model: 'PMP', category: 'service', type: 'regular' };
  const statuses = [{ id: wamid, status, timestamp, recipient_id: customer, pricing }];
  return webhookOf({ messaging_product: 'whatsapp', metadata, statuses });
}

function webhookOf(value: object): string {
  const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

/** As long as a name usually is. */
function nameOf(customer: string): string {
  return `Customer ${customer.slice(-6)}`;
}
