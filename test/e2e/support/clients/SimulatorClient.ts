import { HttpClient } from './HttpClient';
import type { Patience } from '../waitFor';
import { waitFor } from '../waitFor';

/** A number at the simulated 360dialog; its key is only whole right after it was made. */
interface SimulatedNumber {
  phoneNumber: string;
  phoneNumberId: string;
  displayName: string;
  apiKey: string;
  webhook: { url: string } | null;
}

/** A person with a phone. */
export interface SimulatedCustomer {
  id: string;
  name?: string;
  waId?: string;
  userId?: string;
  username?: string;
}

/** A message as the customer's phone shows it. */
export interface PhoneMessage {
  wamid: string;
  direction: 'in' | 'out';
  /** ISO time. */
  timestamp: string;
  /** The WhatsApp message object: `{ type: 'text', text: { body } }` and so on. */
  message: { type: string; text?: { body: string } } & Record<string, unknown>;
  status: string;
  errors?: Record<string, unknown>[];
  reactions: Record<string, unknown>[];
  quoted?: { wamid: string };
}

/** A request that the simulated API received, secrets masked. */
export interface SimulatedRequest {
  id: number;
  method: string;
  path: string;
  status: number;
  phoneNumber?: string;
  requestBody?: Record<string, unknown>;
  responseBody?: Record<string, unknown>;
}

/** A webhook that the simulator delivered or tried to. */
interface SimulatedDelivery {
  id: number;
  phoneNumber: string;
  state: 'collecting' | 'pending' | 'delivered' | 'lost' | 'expired' | 'unroutable';
  /** A summary of its contents, such as `messages: 2, statuses: 1`. */
  summary: string;
  attempts: number;
  /** HTTP status of the last attempt. */
  status?: number;
  ms?: number;
}

/** A file that a customer sends. */
export interface SentFile {
  bytes: Buffer;
  mime: string;
  filename?: string;
}

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

  /** Sends a file. @param more fields of the object of its type, such as a caption */
  sendFile(
    number: string,
    type: string,
    { bytes, ...facts }: SentFile,
    more: Record<string, unknown> = {},
  ): Promise<{ wamid: string; wamids: string[] }> {
    return this.send(number, { type, [type]: more }, { file: { base64: bytes.toString('base64'), ...facts } });
  }

  /** Opens the chat with a number on the phone: what is there, and what comes while it is open, is read. */
  open(number: string, open = true): Promise<unknown> {
    return this.http.post(`/customers/${this.customer.id}/chats/${number}/open`, { open });
  }

  /** The messages of the chat with a number, oldest first. */
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

/** The simulator's control API. Numbers are digits only. */
export class SimulatorClient {
  readonly http: HttpClient;

  constructor(readonly url: string) {
    this.http = new HttpClient(`${url}/control`);
  }

  state(): Promise<{ now: number; numbers: SimulatedNumber[]; customers: SimulatedCustomer[] }> {
    return this.http.get('/state', { reveal: 1 });
  }

  /** Meta's id of a number, which every webhook names. @throws Error when there is no such number */
  async phoneNumberId(number: string): Promise<string> {
    const { numbers } = await this.state();
    const found = numbers.find(({ phoneNumber }) => phoneNumber === number);
    if (!found) throw new Error(`The simulator has no number ${number}`);
    return found.phoneNumberId;
  }

  /** Makes a number; its key is in the answer. */
  number(phoneNumber: string, displayName?: string): Promise<SimulatedNumber> {
    return this.http.post('/numbers', { phoneNumber, displayName });
  }

  /** A new key for a number: the old one stops working and the webhook is gone. */
  renewKey(phoneNumber: string): Promise<SimulatedNumber> {
    return this.http.post(`/numbers/${phoneNumber}/key`);
  }

  /** Points a number's webhook elsewhere, as somebody else with its key does. */
  async setWebhook(phoneNumber: string, url: string, headers?: Record<string, string>): Promise<void> {
    const { numbers } = await this.state();
    const key = numbers.find((number) => number.phoneNumber === phoneNumber)?.apiKey ?? '';
    await new HttpClient(this.url, { 'D360-API-KEY': key }).post('/v1/configs/webhook', { url, headers });
  }

  /** Makes a customer; what is not given is invented. */
  async customer(
    wanted: { name?: string; waId?: string; userId?: string; username?: string; noPhone?: boolean } = {},
  ): Promise<SimulatedPhone> {
    return new SimulatedPhone(this.http, await this.http.post<SimulatedCustomer>('/customers', wanted));
  }

  /** Delivers any webhook body to a number's webhook. */
  webhook(number: string, body: unknown): Promise<unknown> {
    return this.http.post('/webhooks', { number, body });
  }

  /** The latest requests to the API. */
  requests(): Promise<SimulatedRequest[]> {
    return this.http.get('/requests');
  }

  /** The latest requests that sent something to a customer: not those that marked a message as read. */
  async sends(): Promise<SimulatedRequest[]> {
    const requests = await this.requests();
    return requests.filter(({ path, requestBody }) => path.startsWith('/messages') && requestBody?.status !== 'read');
  }

  clearRequests(): Promise<unknown> {
    return this.http.delete('/requests');
  }

  /** The latest webhook deliveries. */
  deliveries(): Promise<SimulatedDelivery[]> {
    return this.http.get('/deliveries');
  }

  /** Switches a fault on, for so many times or until it is taken away. */
  fault(
    kind: string,
    params: Record<string, unknown> = {},
    more: { times?: number; number?: string } = {},
  ): Promise<unknown> {
    return this.http.post('/faults', { kind, params, ...more });
  }

  /** Resolves when every fault that strikes so many times has struck so often. */
  async faultsStruck(): Promise<void> {
    const isOver = async () => {
      const { active } = await this.http.get<{ active: { remaining: number | null }[] }>('/faults');
      return active.every(({ remaining }) => remaining === null || remaining === 0);
    };
    await waitFor(isOver, { what: 'the faults to strike', interval: 20 });
  }

  clearFaults(): Promise<unknown> {
    return this.http.delete('/faults');
  }

  /** Travels in time; resolves when what was due on the way has happened. */
  advance(advanceMs: number): Promise<unknown> {
    return this.http.post('/clock', { advanceMs });
  }
}
