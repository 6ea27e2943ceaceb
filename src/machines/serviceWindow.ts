import { assign, setup } from 'xstate';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time before its end in which the window counts as closing soon. */
const SOON = 60 * MINUTE;

/**
 * An ad's entry: free of charge for 72 hours (Meta: free entry points). Meta does not say whether free text passes after the
 * first 24 of them, so WhatsApp decides.
 */
const AFTER_AD = 72 * HOUR;

/** All times are epoch milliseconds: `at` is WhatsApp's, `now` the time for which the state is asked. */
export type ServiceWindowEvent =
  /** A message of any kind, or a call. */
  | { type: 'CUSTOMER_WROTE'; at: number; now: number }
  /** A message through a click-to-WhatsApp ad or post. */
  | { type: 'CUSTOMER_CAME_FROM_AD'; at: number; now: number }
  /** A reaction, an edit, or something that cannot be read: WhatsApp does not document whether it opens the window. */
  | { type: 'CUSTOMER_MAY_HAVE_WRITTEN'; at: number; now: number }
  | { type: 'TIME_PASSED'; now: number };

export interface ServiceWindowTimes {
  openUntil?: number;
  /** Until then free text may still be accepted because of an ad. */
  adUntil?: number;
  /** Until then only WhatsApp knows. */
  doubtUntil?: number;
}

type State = 'unknown' | 'open' | 'closingSoon' | 'afterAd' | 'closed';

/** How each event updates the times. They only move forward, so late and repeated webhooks change nothing. */
const learns: Record<ServiceWindowEvent['type'], (at: number, known: ServiceWindowTimes) => ServiceWindowTimes> = {
  CUSTOMER_WROTE: (at, { openUntil }) => ({ openUntil: later(openUntil, at + DAY) }),
  CUSTOMER_CAME_FROM_AD: (at, { openUntil, adUntil }) => ({
    openUntil: later(openUntil, at + DAY),
    adUntil: later(adUntil, at + AFTER_AD),
  }),
  CUSTOMER_MAY_HAVE_WRITTEN: (at, { doubtUntil }) => ({ doubtUntil: later(doubtUntil, at + DAY) }),
  TIME_PASSED: () => ({}),
};

function learn(known: ServiceWindowTimes, event: ServiceWindowEvent): ServiceWindowTimes {
  return { ...known, ...learns[event.type]('at' in event ? event.at : event.now, known) };
}

function later(known: number | undefined, until: number): number {
  return Math.max(known ?? until, until);
}

function stateOf({ openUntil, adUntil, doubtUntil }: ServiceWindowTimes, now: number): State {
  const lasts = (until: number | undefined, from = now) => until !== undefined && from < until;
  if (openUntil !== undefined && lasts(openUntil)) {
    const goesOn = lasts(adUntil, openUntil) || lasts(doubtUntil, openUntil);
    return openUntil - now <= SOON && !goesOn ? 'closingSoon' : 'open';
  }
  if (lasts(adUntil)) {
    return 'afterAd';
  }
  return lasts(doubtUntil) || (openUntil === undefined && doubtUntil === undefined) ? 'unknown' : 'closed';
}

interface Known {
  context: ServiceWindowTimes;
  event: ServiceWindowEvent;
}

const leadsTo =
  (state: State) =>
  ({ context, event }: Known) =>
    stateOf(learn(context, event), event.now) === state;

const decide = [
  { guard: 'isOpen', target: '.open', actions: 'remember' },
  { guard: 'isClosingSoon', target: '.closingSoon', actions: 'remember' },
  { guard: 'isAfterAd', target: '.afterAd', actions: 'remember' },
  { guard: 'isUnknown', target: '.unknown', actions: 'remember' },
  { target: '.closed', actions: 'remember' },
] as const;

const NOTHING_KNOWN: ServiceWindowTimes = {};

/**
 * The customer service window. For 24 hours after the customer's last message or call any message may be sent, after
 * that only templates. For 72 hours after an ad the state is `afterAd`, in which WhatsApp decides. Without any event,
 * or with one whose effect is not documented, the state is unknown and WhatsApp decides as well. Our own messages never
 * extend the window. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (customer service
 * windows)
 */
export const serviceWindow = setup({
  types: { context: NOTHING_KNOWN, events: {} as ServiceWindowEvent },
  guards: {
    isOpen: leadsTo('open'),
    isClosingSoon: leadsTo('closingSoon'),
    isAfterAd: leadsTo('afterAd'),
    isUnknown: leadsTo('unknown'),
  },
  actions: { remember: assign(({ context, event }) => learn(context, event)) },
}).createMachine({
  id: 'serviceWindow',
  context: NOTHING_KNOWN,
  initial: 'unknown',
  on: {
    CUSTOMER_WROTE: decide,
    CUSTOMER_CAME_FROM_AD: decide,
    CUSTOMER_MAY_HAVE_WRITTEN: decide,
    TIME_PASSED: decide,
  },
  states: { unknown: {}, open: {}, closingSoon: {}, afterAd: {}, closed: {} },
});
