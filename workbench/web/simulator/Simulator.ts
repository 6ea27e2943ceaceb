import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import type { Api } from '../api/Api';
import type { ServerEvent } from '../api/followEvents';
import { followEvents } from '../api/followEvents';
import { readList, readOne } from '../documents/readDocument';
import { without } from '../state/pick';
import type { SimulatorState } from './SimulatorState';
import { chatKey, putPhoneMessage, withNews } from './SimulatorState';
import { Customer, InboundKind, PhoneNumber } from './documents/Customer';
import { PhoneMessage } from './documents/PhoneMessage';

const BASE = '/api/workbench/simulator';

const PhoneEvent = v.object({
  customerId: v.string(),
  number: v.string(),
  message: v.optional(PhoneMessage),
  typing: v.optional(v.boolean()),
});

const chatPath = (customerId: string, number: string): string =>
  `/customers/${encodeURIComponent(customerId)}/chats/${encodeURIComponent(number)}`;

/** The simulated 360dialog and the customers' phones, through the control interface. */
export class Simulator {
  readonly store = createStore<SimulatorState>()(() => ({
    numbers: [],
    customers: [],
    kinds: [],
    chats: {},
    typing: {},
    unread: {},
    drafts: {},
    lost: false,
    requestCount: 0,
    deliveryCount: 0,
    stateCount: 0,
  }));

  constructor(private readonly api: Api) {}

  /** Follows the simulator. Gives the function that ends it. */
  start(): () => void {
    const stopping = new AbortController();
    void followEvents(this.api, `${BASE}/events`, stopping.signal, {
      onOpen: () => this.refresh(),
      onEvent: (event) => this.receive(event),
      onLost: () => this.store.setState({ lost: true }),
    });
    return () => stopping.abort();
  }

  /** @throws ApiError when the simulator refuses or cannot be reached. */
  get(path: string): Promise<unknown> {
    return this.api.get(`${BASE}${path}`);
  }

  /** @throws ApiError when the simulator refuses or cannot be reached. */
  post(path: string, body: object = {}): Promise<unknown> {
    return this.api.post(`${BASE}${path}`, body);
  }

  /** @throws ApiError when the simulator refuses or cannot be reached. */
  request(method: 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<unknown> {
    return this.api.request(method, `${BASE}${path}`, body);
  }

  /** The bytes of a media file; undefined when nobody waits for them any more. @throws ApiError when there is none. */
  media(id: string, signal: AbortSignal): Promise<Blob | undefined> {
    return this.api.blob(`${BASE}/media/${encodeURIComponent(id)}`, signal);
  }

  /** Takes a phone into the hand: its chat with a number is fetched and counts as read. */
  async choose(customerId: string, number: string): Promise<void> {
    const key = chatKey(customerId, number);
    const leaving = this.lookAt(false);
    this.store.setState((state) => ({ customerId, number, unread: without(state.unread, key) }));
    await leaving;
    const before = this.store.getState().chats[key] ?? [];
    const fetched = readList(PhoneMessage, await this.get(chatPath(customerId, number)), 'messages');
    this.store.setState(({ chats }) => ({ chats: { ...chats, [key]: withNews(fetched, before, chats[key] ?? []) } }));
    await this.lookAt(true);
  }

  /** Tells whether somebody has the open chat on the screen: what is there is then read. */
  private async lookAt(open: boolean): Promise<void> {
    const { customerId, number } = this.store.getState();
    if (customerId !== undefined && number !== undefined) {
      await this.post(`${chatPath(customerId, number)}/open`, { open });
    }
  }

  /** @throws ApiError when the simulator cannot be reached. */
  private async refresh(): Promise<void> {
    const state = await this.get('/state');
    const numbers = readList(PhoneNumber, state, 'numbers');
    const customers = readList(Customer, state, 'customers');
    this.store.setState(({ stateCount }) => ({
      lost: false,
      numbers,
      customers,
      stateCount: stateCount + 1,
    }));
    if (this.store.getState().kinds.length === 0) {
      const kinds = await this.get('/inbound-kinds');
      this.store.setState({ kinds: readList(InboundKind, { kinds }, 'kinds') });
    }
    const { customerId = customers[0]?.id, number = numbers[0]?.phoneNumber, chats } = this.store.getState();
    if (customerId !== undefined && number !== undefined && !chats[chatKey(customerId, number)]) {
      await this.choose(customerId, number);
    }
  }

  private receive({ type, data }: ServerEvent): void {
    const phone = type === 'phone' ? readOne(PhoneEvent, data) : undefined;
    if (phone) {
      const { customerId, number, message, typing } = phone;
      this.store.setState((state) =>
        message
          ? putPhoneMessage(state, customerId, number, message)
          : { typing: { ...state.typing, [chatKey(customerId, number)]: typing ?? false } },
      );
    } else if (type === 'state') {
      this.refresh().catch(() => this.store.setState({ lost: true }));
    } else if (type === 'request') {
      this.store.setState(({ requestCount }) => ({ requestCount: requestCount + 1 }));
    } else if (type === 'delivery') {
      this.store.setState(({ deliveryCount }) => ({ deliveryCount: deliveryCount + 1 }));
    }
  }
}
