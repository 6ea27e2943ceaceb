import type { Conversation } from '../../omnichannel/conversations/conversations';

declare module '../../core/Host' {
  interface Memory {
    /** Messages that are being sent to customers. */
    sendQueue: SendQueue;
  }
}

/** Work that sends one message. */
interface Waiting {
  writtenAt: number;
  isHeld: boolean;
  send: () => Promise<void>;
}

interface Queue {
  /** Sorted by the time at which they were written. */
  readonly waiting: Waiting[];
  isSending: boolean;
}

/**
 * Sends the messages from one number to one customer one after another, in the order in which they were written, while
 * other customers' queues go on. Rocket.Chat does not wait for an app between two messages, so the event of a later message
 * may come first. Therefore every message is held for a moment, and an earlier one that arrives in that time goes before
 * it. The queue is in this process's memory and costs no round trip.
 * Source: Rocket.Chat 8.3, `AppListenerManager.ts`, `ProxiedApp.ts`.
 */
export class SendQueue {
  private readonly queues = new Map<string, Queue>();

  /** @param hold milliseconds for which each message waits for earlier ones */
  constructor(private readonly hold: number) {}

  /**
   * Runs the work after its hold, when all earlier messages have been handled, successfully or not. Messages of the
   * same moment run in the order of the calls.
   *
   * @param writtenAt epoch milliseconds, by Rocket.Chat's clock for a message of Rocket.Chat
   */
  take<T>(
    { number, customer }: Pick<Conversation, 'number' | 'customer'>,
    writtenAt: number,
    work: () => Promise<T>,
  ): Promise<T> {
    const key = `${number} ${customer}`;
    const queue = this.queues.get(key) ?? { waiting: [], isSending: false };
    this.queues.set(key, queue);
    return new Promise((resolve, reject) => {
      const own: Waiting = { writtenAt, isHeld: true, send: () => work().then(resolve, reject) };
      const later = queue.waiting.findIndex((other) => other.writtenAt > writtenAt);
      queue.waiting.splice(later < 0 ? queue.waiting.length : later, 0, own);
      setTimeout(() => {
        own.isHeld = false;
        this.goOn(key, queue);
      }, this.hold);
    });
  }

  /** An empty queue is removed, so that memory does not grow with the number of customers. */
  private goOn(key: string, queue: Queue): void {
    const [first] = queue.waiting;
    if (queue.isSending || first?.isHeld) {
      return;
    }
    if (!first) {
      this.queues.delete(key);
      return;
    }
    queue.waiting.shift();
    queue.isSending = true;
    void first.send().finally(() => {
      queue.isSending = false;
      this.goOn(key, queue);
    });
  }
}
