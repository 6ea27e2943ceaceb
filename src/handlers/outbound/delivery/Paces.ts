import { lru } from 'tiny-lru';
import type { AppError } from '../../core/errors/AppError';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { SECOND } from '../../core/durations';

declare module '../../core/Host' {
  interface Memory {
    /** How fast messages leave. */
    paces: Paces;
  }
}

/** Meta allows 80 messages a second for each number. That many are sent at once, and the rest one by one. */
const BURST = 10;
const PER_SECOND = 70;

/** The slowest pace of a number, however often Meta says that it is too fast. */
const SLOWEST = 5;

/** How much faster a slowed number becomes with each second without a refusal. */
const RECOVERY = 1.1;

/** Meta: 45 messages to one customer at once, then one in six seconds. A little less, since clocks differ. */
const PAIR_BURST = 44;
const PAIR_INTERVAL = 6.1 * SECOND;

interface NumberPace {
  perSecond: number;
  /** When everything that was sent so far would have been allowed at an even pace, epoch milliseconds. */
  paidUntil: number;
  /** Since when its speed has been what it is. */
  at: number;
}

/**
 * Limits how fast messages are sent, for each number and for each customer of a number, so that Meta need not refuse
 * them. Only this process's messages are counted. Messages of other instances show in Meta's refusals, after which a
 * number sends at half its speed and recovers slowly. Both limits use the generic cell rate algorithm, as Meta does.
 */
export class Paces {
  private readonly numbers = new Map<string, NumberPace>();
  private readonly pairs = lru<number>(10_000);

  /**
   * Returns the milliseconds until the next message to a customer may be sent, and reserves that slot if the wait is at most
   * `most`. With -1 it reserves none.
   *
   * @returns 0 when it may go at once
   */
  next({ number, customer }: Pick<Conversation, 'number' | 'customer'>, most: number, now = Date.now()): number {
    const pace = this.paceOf(number, now);
    const interval = SECOND / pace.perSecond;
    const pair = `${number} ${customer}`;
    const paidPair = Math.max(this.pairs.get(pair) ?? 0, now) + PAIR_INTERVAL;
    const paid = Math.max(pace.paidUntil, now) + interval;
    const wait = Math.max(paid - BURST * interval - now, paidPair - PAIR_BURST * PAIR_INTERVAL - now, 0);
    if (wait <= most) {
      this.pairs.set(pair, paidPair);
      pace.paidUntil = paid;
    }
    return Math.ceil(wait);
  }

  /** Meta said that a number is too fast. */
  refused(number: string, { key }: Pick<AppError, 'key'>, now = Date.now()): void {
    if (key === 'errors:numberLimited' || key === 'errors:callsLimited') {
      const pace = this.paceOf(number, now);
      pace.perSecond = Math.max(SLOWEST, pace.perSecond / 2);
      pace.at = now;
    }
  }

  /** How many messages a second a number may send at the moment. */
  perSecond(number: string, now = Date.now()): number {
    return this.paceOf(number, now).perSecond;
  }

  private paceOf(number: string, now: number): NumberPace {
    const pace = this.numbers.get(number) ?? { perSecond: PER_SECOND, paidUntil: 0, at: now };
    const seconds = Math.floor((now - pace.at) / SECOND);
    if (pace.perSecond < PER_SECOND && seconds > 0) {
      pace.perSecond = Math.min(PER_SECOND, pace.perSecond * RECOVERY ** seconds);
      pace.at += seconds * SECOND;
    }
    this.numbers.set(number, pace);
    return pace;
  }
}
