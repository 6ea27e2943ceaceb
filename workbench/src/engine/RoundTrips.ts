import { AsyncLocalStorage } from 'node:async_hooks';
import type { Traveller } from '../clock/Clock';
import { errorOf } from './callMethod';

/** One request to an app, and every call that it caused. */
export interface RequestRecord {
  id: string;
  /** `endpoint`, `interaction`, `command`, `message`, `job`, `setting`, `lifecycle`, `outbound`, … or `background`. */
  kind: string;
  label: string;
  startedAt: Date;
  /** From start to answer, in milliseconds; absent while it runs. Work after the answer is still counted. */
  ms?: number;
  /** JSON-RPC requests from the sandbox, by name: `livechat.doCreateMessage`. */
  calls: Record<string, number>;
  /** Requests to the sandbox that this request caused: `app:executePostMessageSent`. */
  deliveries: Record<string, number>;
  /** The sum of `calls`: the round trips. */
  total: number;
}

const KEPT = 500;

/** How many requests to a sandbox are kept, to attribute late calls. */
const KEPT_CAUSES = 20_000;

/**
 * Counts the round trips of apps. A call from a sandbox names its request (see `shims/jsonrpc.ts`), and the host's work
 * for it runs in that request's context. So the count is exact, even for concurrent requests and for work after the
 * answer, and events that a call causes are attributed to the first request.
 */
export class RoundTrips implements Traveller {
  readonly #scope = new AsyncLocalStorage<RequestRecord>();
  readonly #causes = new Map<string, RequestRecord>();
  readonly #listeners = new Set<(request: RequestRecord) => void>();
  #requests: RequestRecord[] = [];
  #total = 0;
  #nextId = 1;
  #running = 0;
  /** Unanswered calls of sandboxes. */
  #calling = 0;
  #activity = 0;
  #lastActivity = 0;

  list(): RequestRecord[] {
    return [...this.#requests];
  }

  /** All round trips since the last `clear`. */
  get total(): number {
    return this.#total;
  }

  clear(): void {
    this.#requests = [];
    this.#total = 0;
  }

  /** Calls `listener` when a request was answered, and again when later work changed its count. */
  subscribe(listener: (request: RequestRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs `work` as a request; within another request it is part of that one. Every thrown value is an Error. */
  async request<T>(kind: string, label: string, work: () => Promise<T>): Promise<T> {
    if (this.#scope.getStore()) return this.#track(work);
    const record = this.#open(kind, label);
    const start = performance.now();
    try {
      return await this.#scope.run(record, () => this.#track(work));
    } catch (reason) {
      throw errorOf(reason);
    } finally {
      record.ms = Math.round((performance.now() - start) * 10) / 10;
      this.#tell(record);
    }
  }

  /** Notes that a message with this id is sent to a sandbox. */
  delivering(id: string, method: string): void {
    const record = this.#scope.getStore() ?? this.#open('background', method);
    record.deliveries[method] = (record.deliveries[method] ?? 0) + 1;
    this.#causes.set(id, record);
    if (this.#causes.size > KEPT_CAUSES) {
      for (const [oldest] of this.#causes) {
        this.#causes.delete(oldest);
        break;
      }
    }
  }

  /** Counts a call from a sandbox and runs it in the context of its request. */
  async call<T>(id: string, method: string, work: () => Promise<T>): Promise<T> {
    const cause = id.includes('~') ? this.#causes.get(id.slice(id.indexOf('~') + 1)) : undefined;
    const record = cause ?? this.#open('background', method);
    const name = readCallName(method);
    record.calls[name] = (record.calls[name] ?? 0) + 1;
    record.total += 1;
    this.#total += 1;
    this.#calling += 1;
    try {
      return await this.#scope.run(record, () => this.#track(work));
    } finally {
      this.#calling -= 1;
      if (record.ms !== undefined || cause === undefined) this.#tell(record);
    }
  }

  isBusy(): boolean {
    return this.#running > 0;
  }

  activity(): number {
    return this.#activity;
  }

  /** A working sandbox waits for one of its timers when all its calls wait for the clock. */
  isHeld(waits: number): boolean {
    return this.#running > 0 && this.#calling <= waits;
  }

  /** The counter itself never waits for time. */
  nextDue(): undefined {
    return undefined;
  }

  moved(): void {}

  /** Resolves when nothing has run for the given milliseconds. */
  async idle(quietMs: number): Promise<void> {
    for (;;) {
      const quietFor = performance.now() - this.#lastActivity;
      if (this.#running === 0 && quietFor >= quietMs) return;
      const wait = this.#running > 0 ? quietMs : quietMs - quietFor;
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, wait)));
    }
  }

  async #track<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    this.#activity += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#activity += 1;
      this.#lastActivity = performance.now();
    }
  }

  #open(kind: string, label: string): RequestRecord {
    const record: RequestRecord = {
      id: String(this.#nextId++),
      kind,
      label,
      startedAt: new Date(),
      calls: {},
      deliveries: {},
      total: 0,
    };
    this.#requests.push(record);
    if (this.#requests.length > KEPT) this.#requests.shift();
    return record;
  }

  #tell(record: RequestRecord): void {
    for (const listener of this.#listeners) listener(record);
  }
}

/**
 * The short name of a JSON-RPC method of the sandbox: `bridges:getLivechatBridge:doCreateMessage` and
 * `accessor:getReader:getLivechatReader:getRoomById` become `livechat.createMessage` and `livechat.getRoomById`.
 *
 * Servers since 8.8 call bridges where older ones call accessors of another name: both get the bridge's name.
 */
function readCallName(method: string): string {
  const parts = method.split(':');
  const last = parts.pop() ?? method;
  const owner = (parts.pop() ?? '')
    .replace(/^get/, '')
    .replace(/(Bridge|Reader|Creator|Updater|Modifier|Deleter)$/, '');
  const name = last
    .replace(/^do([A-Z])/, (_, first: string) => first.toLowerCase())
    .replace(/ByAssociation$/, 'ByAssociations')
    .replace(/WithAssociation$/, 'WithAssociations')
    .replace(/^getLivechat/, 'find');
  return `${owner.charAt(0).toLowerCase()}${owner.slice(1)}.${name}`;
}
