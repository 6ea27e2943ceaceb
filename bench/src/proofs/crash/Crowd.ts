import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { TestWorkbench } from '../../../../test/e2e/support/instances/TestWorkbench';
import type { Store } from '../../../../workbench/src/store/Store';
import { inFlight, post } from '../../load/post';
import type { OpenDeliveries } from './readTruth';

/** So many people write at a time. */
const CUSTOMERS_AT_ONCE = 8;
const AGENTS_AT_ONCE = 4;

/** With more webhooks waiting, customers pause: the proof is about crashes, not about load. */
const MOST_OPEN = 400;

/** Every so many-th text of agents is too long for one message of WhatsApp. */
const LONG_EACH = 5;

/** Milliseconds between two tries while the server is down. */
const PAUSE = 50;

const customerSchema = v.object({ id: v.string() });
const loginSchema = v.object({ data: v.object({ userId: v.string(), authToken: v.string() }) });

const json = { 'Content-Type': 'application/json' };

interface CrowdOptions {
  number: string;
  random: () => number;
  /** The address to which an agent's text is sent. In a cluster it may be that of any instance. */
  serverUrl?: () => string;
}

/** Milliseconds for which the list of conversations is kept in which agents write. */
const FRESH = 1_000;

/** Customers and agents who write, whatever happens to the server. */
export class Crowd {
  /** Agents' texts by the ids of their messages: Rocket.Chat has taken them. */
  readonly written = new Map<string, string>();
  /** Texts of customers that the simulated WhatsApp has taken. */
  said = 0;
  private readonly headers = new Map<string, Record<string, string>>();
  private open: { at: number; conversations: Conversation[] } = { at: 0, conversations: [] };

  constructor(
    private readonly workbench: TestWorkbench,
    private readonly store: Store,
    private readonly deliveries: OpenDeliveries,
    private readonly options: CrowdOptions,
  ) {}

  get done(): number {
    return this.said + this.written.size;
  }

  /** Makes customers. @returns their ids */
  async meet(count: number): Promise<string[]> {
    const ids: string[] = [];
    const url = `${this.workbench.sim.url}/control/customers`;
    await inFlight(CUSTOMERS_AT_ONCE, Array.from({ length: count }), async () => {
      const name = `Customer ${ids.length}`;
      const response = await fetch(url, { method: 'POST', headers: json, body: JSON.stringify({ name }) });
      ids.push(v.parse(customerSchema, await response.json()).id);
      return { status: response.status, ms: 0 };
    });
    return ids;
  }

  /** Lets customers write so many texts, each one a new text. What was not taken is said again in other words. */
  async say(customers: readonly string[], count: number): Promise<void> {
    const end = this.said + count;
    const writer = async () => {
      while (this.said < end) {
        if (this.deliveries.count() > MOST_OPEN) {
          await pause();
          continue;
        }
        this.said += 1;
        const id = customers[Math.floor(this.options.random() * customers.length)] ?? '';
        const message = { type: 'text', text: { body: `in ${this.said} ${randomUUID()}` } };
        const url = `${this.workbench.sim.url}/control/customers/${id}/messages`;
        const { status } = await post({ url, headers: {} }, JSON.stringify({ number: this.options.number, message }));
        if (status !== 200) {
          this.said -= 1;
          await pause();
        }
      }
    };
    await Promise.all(Array.from({ length: CUSTOMERS_AT_ONCE }, writer));
  }

  /**
   * Lets agents write so many texts into open conversations, while customers write theirs. A client repeats what was not
   * answered under the same id.
   */
  async answer(count: number, besides: number): Promise<void> {
    let begun = 0;
    const writer = async () => {
      while (begun < count) {
        if (begun / count > this.said / besides) {
          await pause();
          continue;
        }
        begun += 1;
        const id = randomUUID();
        const text = begun % LONG_EACH === 0 ? longText(`${begun} ${id}`) : `out ${begun} ${id}`;
        let place = await this.conversation();
        while (!(await this.write(place, id, text))) {
          await pause();
          place = (await this.stillOpen(place)) ?? (await this.conversation());
        }
        this.written.set(id, text);
      }
    };
    await Promise.all(Array.from({ length: AGENTS_AT_ONCE }, writer));
  }

  private async write(place: Conversation, id: string, msg: string): Promise<boolean> {
    const headers = await this.headersOf(place.username).catch(() => undefined);
    if (!headers) return false;
    const { serverUrl = () => this.workbench.url } = this.options;
    const target = { url: `${serverUrl()}/api/v1/chat.sendMessage`, headers };
    const { status } = await post(target, JSON.stringify({ message: { _id: id, rid: place.rid, msg } }));
    return status === 200;
  }

  /** Any open conversation that an agent has. */
  private async conversation(): Promise<Conversation> {
    for (;;) {
      if (Date.now() - this.open.at > FRESH) this.open = { at: Date.now(), conversations: this.openConversations() };
      const { conversations } = this.open;
      const place = conversations[Math.floor(this.options.random() * conversations.length)];
      if (place) return place;
      await pause();
    }
  }

  private openConversations(): Conversation[] {
    const rooms = this.store.rooms.where("t = 'l' AND open = 1 AND agentId IS NOT NULL ORDER BY ts LIMIT 500");
    return rooms.flatMap(({ _id: rid, servedBy }) => (servedBy ? [{ rid, username: servedBy.username }] : []));
  }

  private async stillOpen(place: Conversation): Promise<Conversation | undefined> {
    return this.store.rooms.get(place.rid)?.open ? place : undefined;
  }

  private async headersOf(username: string): Promise<Record<string, string>> {
    const known = this.headers.get(username);
    if (known) return known;
    const body = JSON.stringify({ user: username, password: username });
    const response = await fetch(`${this.workbench.url}/api/v1/login`, { method: 'POST', headers: json, body });
    const { data } = v.parse(loginSchema, await response.json());
    const headers = { 'X-User-Id': data.userId, 'X-Auth-Token': data.authToken };
    this.headers.set(username, headers);
    return headers;
  }
}

interface Conversation {
  rid: string;
  username: string;
}

/** Fits into a message of Rocket.Chat, and not into one of WhatsApp: it becomes two, known by the first line of the one and the last line of the other. */
function longText(name: string): string {
  const paragraph = 'A long answer has many words. '.repeat(75).trim();
  return [`out ${name}`, paragraph, paragraph, `end ${name}`].join('\n\n');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}
