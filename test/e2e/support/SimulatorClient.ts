import { HttpClient } from './HttpClient';
import { SimulatedPhone } from './SimulatedPhone';
import type { SimulatedCustomer, SimulatedDelivery, SimulatedNumber, SimulatedRequest } from './SimulatorDocuments';

/** The simulator's control API. */
export class SimulatorClient {
  readonly http: HttpClient;

  constructor(readonly url: string) {
    this.http = new HttpClient(url);
  }

  state(): Promise<{ now: number | string; numbers: SimulatedNumber[]; customers: SimulatedCustomer[] }> {
    return this.http.get('/control/state', { reveal: 1 });
  }

  /** Makes a number; its key is in the answer. */
  number(phoneNumber: string, displayName?: string): Promise<SimulatedNumber> {
    return this.http.post('/control/numbers', { phoneNumber, displayName });
  }

  /** Makes a customer; what is not given is invented. */
  async customer(
    wanted: { name?: string; waId?: string; userId?: string; username?: string; noPhone?: boolean } = {},
  ): Promise<SimulatedPhone> {
    return new SimulatedPhone(this.http, await this.http.post<SimulatedCustomer>('/control/customers', wanted));
  }

  /** Delivers any webhook body to a number's webhook. */
  webhook(number: string, body: unknown): Promise<unknown> {
    return this.http.post('/control/webhooks', { number, body });
  }

  async requests(): Promise<SimulatedRequest[]> {
    return listIn(await this.http.get('/control/requests'), 'requests');
  }

  async deliveries(): Promise<SimulatedDelivery[]> {
    return listIn(await this.http.get('/control/deliveries'), 'deliveries');
  }

  clearRequests(): Promise<unknown> {
    return this.http.delete('/control/requests');
  }

  fault(fault: Record<string, unknown>): Promise<unknown> {
    return this.http.post('/control/faults', fault);
  }

  clearFaults(): Promise<unknown> {
    return this.http.delete('/control/faults');
  }

  /** Travels in time. */
  advance(advanceMs: number): Promise<unknown> {
    return this.http.post('/control/clock', { advanceMs });
  }
}

/** Lists come bare or under their name. */
function listIn<T>(answer: T[] | Record<string, T[]>, name: string): T[] {
  return Array.isArray(answer) ? answer : (answer[name] ?? []);
}
