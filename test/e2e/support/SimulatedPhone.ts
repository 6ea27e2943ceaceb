import type { HttpClient } from './HttpClient';
import type { PhoneMessage, SimulatedCustomer } from './SimulatorDocuments';
import { type Patience, waitFor } from './waitFor';

/** A customer's phone: what is written on it, and what it shows. Numbers are the business's, digits only. */
export class SimulatedPhone {
  constructor(
    private readonly http: HttpClient,
    readonly customer: SimulatedCustomer,
  ) {}

  /** Sends a text; resolves with the simulator's answer once the webhook is on its way. */
  say(number: string, body: string): Promise<{ wamid: string; wamids: string[] }> {
    return this.send(number, { type: 'text', text: { body } });
  }

  /** Sends any WhatsApp message (an object without id, from and timestamp), with bytes for media. */
  send(
    number: string,
    message: Record<string, unknown>,
    more: { count?: number; file?: { base64: string; mime: string; filename?: string } } = {},
  ): Promise<{ wamid: string; wamids: string[] }> {
    return this.http.post(`/customers/${this.customer.id}/messages`, { number, message, ...more });
  }

  /** Opens the chat with a number on the phone: what is there, and what comes while it is open, is read. */
  open(number: string, open = true): Promise<unknown> {
    return this.http.post(`/customers/${this.customer.id}/chats/${number}/open`, { open });
  }

  /** The chat with a number, oldest first. */
  async chat(number: string): Promise<PhoneMessage[]> {
    const path = `/customers/${this.customer.id}/chats/${number}`;
    return (await this.http.get<{ messages: PhoneMessage[] }>(path)).messages;
  }

  /** What a number has sent to it, oldest first. */
  async received(number: string): Promise<PhoneMessage[]> {
    return (await this.chat(number)).filter(({ direction }) => direction === 'out');
  }

  /** Waits until the phone shows a message from the business that fits; text is looked for in the whole message. */
  receive(
    number: string,
    wanted: string | ((message: PhoneMessage) => boolean),
    patience?: Patience,
  ): Promise<PhoneMessage> {
    const isIt = (shown: PhoneMessage) =>
      typeof wanted === 'function'
        ? wanted(shown)
        : JSON.stringify(shown.message).includes(JSON.stringify(wanted).slice(1, -1));
    return waitFor(async () => (await this.received(number)).find(isIt), {
      what: `${String(wanted)} on the phone of ${this.customer.name ?? this.customer.id}`,
      ...patience,
    });
  }
}
