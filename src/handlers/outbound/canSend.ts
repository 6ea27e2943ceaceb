import { transition } from 'xstate';
import { serviceWindow } from '../../machines/serviceWindow';
import { AppError } from '../errors/AppError';
import type { ConnectedNumber } from '../records/numbers';

const DAY = 24 * 60 * 60 * 1000;

/** What is asked before anything is sent. */
export interface SendingFacts {
  number: ConnectedNumber | undefined;
  /** When the customer wrote last, epoch milliseconds; undefined where it is not known. */
  lastInboundAt: number | undefined;
  now: number;
}

/**
 * The one gate of every sending path: whether a free-form message may go out now.
 *
 * @returns the reason why not, in the words for the agent; undefined when it may. Where the customer service window is
 *   not known WhatsApp itself decides, and its answer comes back as a failure of the message.
 */
export function canSend({ number, lastInboundAt, now }: SendingFacts): AppError | undefined {
  if (!number) {
    return new AppError({ kind: 'refused', retry: 'no', key: 'errors:numberNotConnected' });
  }
  return windowState(lastInboundAt, now) === 'closed'
    ? new AppError({ kind: 'refused', retry: 'no', key: 'errors:windowClosed', code: 131047 })
    : undefined;
}

function windowState(lastInboundAt: number | undefined, now: number): string {
  const start = serviceWindow.resolveState({ value: 'unknown' });
  if (lastInboundAt === undefined) {
    return start.value;
  }
  const type = now - lastInboundAt < DAY ? 'CUSTOMER_WROTE' : 'DAY_PASSED';
  return transition(serviceWindow, start, { type })[0].value;
}
