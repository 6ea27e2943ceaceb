import { HttpClient } from './HttpClient';
import { SimulatedPhone } from './SimulatedPhone';
import { waitFor } from './waitFor';
import type { SimulatedCustomer, SimulatedDelivery, SimulatedNumber, SimulatedRequest } from './SimulatorDocuments';

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
    await waitFor(isOver, { what: 'the faults to strike', interval: 5 });
  }

  clearFaults(): Promise<unknown> {
    return this.http.delete('/faults');
  }

  /** Travels in time; resolves when what was due on the way has happened. */
  advance(advanceMs: number): Promise<unknown> {
    return this.http.post('/clock', { advanceMs });
  }
}
