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

/** Something that WhatsApp tells of: what a customer has sent, or how far a message of ours got. */
export type WhatsAppEvent =
  | { kind: 'text'; customer: string; body: string }
  | { kind: 'image'; customer: string; mediaId: string }
  | { kind: 'status'; customer: string; wamid: string; status: 'sent' | 'delivered' | 'read' };

/** The body of a webhook with the texts of customers, as 360dialog sends it (Meta: webhooks, text messages). */
export function textWebhook(metadata: Sender, texts: readonly Text[]): string {
  return eventsWebhook(
    metadata,
    texts.map((text) => ({ kind: 'text', ...text })),
  );
}

/** The body of a webhook with one status of a message, as 360dialog sends it (Meta: webhooks, status messages). */
export function statusWebhook(
  metadata: Sender,
  { wamid, customer }: { wamid: string; customer: string },
  status: 'sent' | 'delivered' | 'read',
): string {
  return eventsWebhook(metadata, [{ kind: 'status', wamid, customer, status }]);
}

/** The body of a webhook with these events of now: messages in one change, statuses in another one. */
export function eventsWebhook(metadata: Sender, events: readonly WhatsAppEvent[]): string {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const statuses = events.filter((event) => event.kind === 'status');
  const messages = events.filter((event) => event.kind !== 'status');
  const customers = [...new Set(messages.map(({ customer }) => customer))];
  const common = { messaging_product: 'whatsapp', metadata };
  return webhookOf([
    ...(messages.length > 0
      ? [
          {
            ...common,
            contacts: customers.map((customer) => ({ profile: { name: nameOf(customer) }, wa_id: customer })),
            messages: messages.map((event) => ({
              from: event.customer,
              id: `wamid.${randomUUID()}`,
              timestamp,
              ...(event.kind === 'text'
                ? { type: 'text', text: { body: event.body } }
                : { type: 'image', image: { id: event.mediaId, mime_type: 'image/png' } }),
            })),
          },
        ]
      : []),
    ...(statuses.length > 0
      ? [
          {
            ...common,
            statuses: statuses.map(({ wamid, customer, status }) => ({
              id: wamid,
              status,
              timestamp,
              recipient_id: customer,
              pricing: { billable: true, pricing_model: 'PMP', category: 'service', type: 'regular' },
            })),
          },
        ]
      : []),
  ]);
}

function webhookOf(values: object[]): string {
  const entry = [{ id: '102290129340398', changes: values.map((value) => ({ field: 'messages', value })) }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

/** As long as a name usually is. */
function nameOf(customer: string): string {
  return `Customer ${customer.slice(-6)}`;
}
