import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { initialTransition, transition } from 'xstate';
import * as v from 'valibot';
import { serviceWindow } from '../../machines/serviceWindow';
import type { ServiceWindowEvent } from '../../machines/serviceWindow';
import type { Host } from '../core/Host';
import { conversationKey, formerUntil } from '../omnichannel/conversations/conversations';
import type { Conversation } from '../omnichannel/conversations/conversations';
import { findActivity } from '../core/records/entries';
import { ACTIVITY_APART } from '../core/records/customerActivity';
import type { CustomerActivity, LastActivity } from '../core/records/customerActivity';
import type { OptOut } from '../omnichannel/conversations/optOuts';
import { SECOND } from '../core/durations';

/**
 * How many days back an event can keep the window open, including today: 72 hours after an ad. One more day shows a
 * window that has just closed.
 */
const DAYS_BACK = 5;

export interface ServiceWindow {
  state: 'unknown' | 'open' | 'closingSoon' | 'afterAd' | 'closed';
  /** Until when it is certainly open, epoch milliseconds; undefined when the customer never wrote. */
  openUntil?: number;
  /** When the customer last wrote, called or reacted, in epoch milliseconds; undefined if unknown. */
  lastInboundAt: number | undefined;
}

/** The number and the customer of a window. */
type Customer = Pick<Conversation, 'number' | 'customer' | 'ids' | 'former' | 'waId'>;

const events: Record<CustomerActivity['how'], Exclude<ServiceWindowEvent['type'], 'TIME_PASSED'>> = {
  wrote: 'CUSTOMER_WROTE',
  'came-from-ad': 'CUSTOMER_CAME_FROM_AD',
  'may-have-written': 'CUSTOMER_MAY_HAVE_WRITTEN',
};

/**
 * The state of a conversation's customer service window, by the messages, calls and reactions that this app received.
 * While this process knows that the window is open, asking costs nothing. Otherwise the records of the last days are
 * read, because another instance may have received more. For conversations that are older than these records,
 * Rocket.Chat's own time of the last message tells whether the window is closed. That time may be wrong, so it never
 * proves an open window: the state is then unknown, and WhatsApp decides.
 *
 * @param of undefined for an unknown person
 * @param room the conversation's room, if there is one
 * @param optOut the customer's opt-out; if there is one, it also matters whether they wrote after it
 * @param fresh reads the records even when this process knows the state, unless the window stays open for long
 */
export async function windowOf(
  host: Host,
  of: Customer | undefined,
  { room, optOut, fresh = false }: { room?: IRoom; optOut?: Pick<OptOut, 'at'>; fresh?: boolean } = {},
): Promise<ServiceWindow> {
  const now = Date.now();
  if (!of) {
    return { state: 'unknown', lastInboundAt: undefined };
  }
  const isSure = (last: LastActivity) =>
    !isNothing(last) &&
    (fresh ? stateOf(last, now) === 'open' : stateOf(last, now) !== 'closed') &&
    (lastOf(last) ?? 0) > (optOut?.at ?? -1);
  const ids = idsOf(of);
  const remembered = ids.map((id) => host.memory.lastHeard.get(conversationKey(of.number, id)) ?? {});
  let last = remembered.reduce(newest, {});
  for (let day = 0; day < DAYS_BACK && !isSure(last); day += 1) {
    for (const customer of ids) {
      const heard = await findActivity(host, { number: of.number, customer, at: now - day * ACTIVITY_APART });
      last = heard.map(({ how, at }) => ({ [how]: at })).reduce(newest, last);
      if (isSure(last)) {
        break;
      }
    }
  }
  if (isNothing(last)) {
    last = lastByRocketChat(room);
  }
  if (!isNothing(last)) {
    host.memory.lastHeard.set(conversationKey(of.number, of.customer), last);
  }
  const { value, context } = snapshotOf(last, now);
  return { state: value, openUntil: context.openUntil, lastInboundAt: lastOf(last) };
}

/**
 * Whether a customer has written or called since a moment, so that their window is open now. The records of today and
 * yesterday are read, because another instance may have received it. One second is added, because WhatsApp gives whole
 * seconds.
 *
 * @param since epoch milliseconds
 */
export async function hasAnswered(host: Host, of: Customer, since: number): Promise<boolean> {
  const now = Date.now();
  for (const at of [now, now - ACTIVITY_APART]) {
    for (const customer of idsOf(of)) {
      const heard = await findActivity(host, { number: of.number, customer, at });
      const last = heard.filter((each) => each.at >= since - SECOND).map(({ how, at: then }) => ({ [how]: then }));
      const state = stateOf(last.reduce(newest, {}), now);
      if (state === 'open' || state === 'closingSoon') {
        return true;
      }
    }
  }
  return false;
}

/** Somebody else may have a former phone now, so the customer's current one is searched for first. */
export function idsOf({ customer, ids, waId, ...of }: Customer): string[] {
  const all = [...(waId === undefined ? [] : [waId]), customer, ...ids];
  return [...new Set(all)].filter((id) => formerUntil(of, id) === undefined);
}

function newest(one: LastActivity, other: LastActivity): LastActivity {
  const last: LastActivity = { ...one };
  for (const how of ['wrote', 'came-from-ad', 'may-have-written'] as const) {
    const at = Math.max(one[how] ?? -1, other[how] ?? -1);
    if (at >= 0) {
      last[how] = at;
    }
  }
  return last;
}

function isNothing(last: LastActivity): boolean {
  return Object.keys(last).length === 0;
}

function lastOf(last: LastActivity): number | undefined {
  return isNothing(last) ? undefined : Math.max(...Object.values(last));
}

function stateOf(last: LastActivity, now: number): ServiceWindow['state'] {
  return snapshotOf(last, now).value;
}

function snapshotOf(last: LastActivity, now: number) {
  let [snapshot] = initialTransition(serviceWindow);
  for (const how of ['wrote', 'came-from-ad', 'may-have-written'] as const) {
    const at = last[how];
    if (at !== undefined) {
      [snapshot] = transition(serviceWindow, snapshot, { type: events[how], at, now });
    }
  }
  return snapshot;
}

const infoSchema = v.object({
  visitorChannelInfo: v.object({
    lastMessageTs: v.union([
      v.date(),
      v.pipe(
        v.union([v.string(), v.number()]),
        v.transform((at) => new Date(at)),
      ),
    ]),
  }),
});

/**
 * Rocket.Chat's time of the customer's last message in this room. A late message moves it back, and every room has its
 * own.
 */
function lastByRocketChat(room: IRoom | undefined): LastActivity {
  const parsed = v.safeParse(infoSchema, room);
  const at = parsed.success ? parsed.output.visitorChannelInfo.lastMessageTs.getTime() : Number.NaN;
  return Number.isNaN(at) ? {} : { 'may-have-written': at };
}
