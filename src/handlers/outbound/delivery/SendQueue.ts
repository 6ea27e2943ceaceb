import type { Conversation } from '../../omnichannel/conversations/conversations';

declare module '../../core/Host' {
  interface Memory {
    /** Messages that are being sent to customers. */
    sendQueue: SendQueue;
  }
}

/** Something that is to be sent. */
interface Waiting {
  writtenAt: number;
  isHeld: boolean;
  send: () => Promise<void>;
}

interface Queue {
  /** By the time at which they were written. */
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

  /** @param hold milliseconds for which each waits for what was written before it */
  constructor(private readonly hold: number) {}

  /**
   * Runs the work when it has been held and everything that was written before has ended, well or badly. Of several that
   * were written at the same moment the one that was asked for first goes first.
   *
   * @param writtenAt epoch milliseconds, by Rocket.Chat's clock where it is a message there
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

  /** An empty queue is forgotten, so that memory does not grow with the number of customers. */
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
