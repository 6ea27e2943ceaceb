import { lru } from 'tiny-lru';

declare module '../../core/Host' {
  interface Memory {
    /** When files were put into conversations. */
    fileTimes: FileTimes;
  }
}

/** The number of conversations that are remembered. An older one has had no file for a while. */
const MOST = 5_000;

/**
 * Rocket.Chat gives a file's message the time at which it was stored, and nobody may change that. What the customer
 * wrote after the file bears WhatsApp's time, which is earlier by as long as the file took, and would stand above it.
 * This knows the last file of each conversation, so that what came after it in WhatsApp comes after it in the room.
 */
export class FileTimes {
  private readonly last = lru<{ at: number; storedAt: number }>(MOST);

  /** A file was stored. @param at WhatsApp's time @param storedAt Rocket.Chat's; both epoch milliseconds */
  note(conversation: string, at: number, storedAt: number): void {
    this.last.set(conversation, { at, storedAt });
  }

  /** The time for a message that WhatsApp dates `at`: the same, or just after the file and whatever was put behind it. */
  place(conversation: string, at: number): number {
    const file = this.last.get(conversation);
    if (!file || at < file.at || at > file.storedAt) {
      return at;
    }
    file.storedAt += 1;
    return file.storedAt;
  }
}
