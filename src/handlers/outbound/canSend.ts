import type { Host } from '../core/Host';
import type { Conversation } from '../omnichannel/conversations/conversations';
import type { ConnectedNumber } from '../numbers/numbers';
import type { OptOut } from '../omnichannel/conversations/optOuts';
import { findOptOut } from '../omnichannel/conversations/optOuts';
import type { ServiceWindow } from './windowOf';

/**
 * The kind of message: a message of an agent or a bot, a reaction, an automatic text of the number, a template, a
 * marketing template, or the confirmation of an opt-out.
 */
export type SendKind = 'agent' | 'reaction' | 'automatic' | 'template' | 'marketing' | 'consent';

/** The facts that decide whether a message may be sent. */
export interface SendingFacts {
  kind: SendKind;
  number: ConnectedNumber | undefined;
  /** From `respectedOptOut`. A template or a list may have the opt-out of somebody without a conversation. */
  optOut: OptOut | undefined;
  /** From `windowOf`. */
  window: ServiceWindow;
}

/** Why a message must not be sent: the key of a sentence for the agent. */
export type RefusalKey =
  'errors:numberNotConnected' | 'errors:optedOut' | 'errors:marketingStopped' | 'errors:windowClosed';

/**
 * Decides for every sending path whether a message may be sent to a customer now.
 *
 * @returns the key of the reason against it; undefined when it may be sent. If the customer service window is unknown,
 * or the customer came through an ad in the last 72 hours, WhatsApp itself decides, and its refusal is reported as a
 * failure of the message.
 */
export function canSend({ kind, number, optOut, window }: SendingFacts): RefusalKey | undefined {
  if (!number) {
    return 'errors:numberNotConnected';
  }
  if (optOut && kind !== 'consent' && !isWelcome(kind, optOut, window)) {
    return optOut.from === 'marketing' ? 'errors:marketingStopped' : 'errors:optedOut';
  }
  const isTemplate = kind === 'template' || kind === 'marketing';
  return !isTemplate && window.state === 'closed' ? 'errors:windowClosed' : undefined;
}

/**
 * A customer who opted out of marketing still gets other messages: a template about their order, or an answer when they
 * write. A customer who wrote STOP gets nothing.
 */
function isWelcome(kind: SendKind, { from, at }: OptOut, { lastInboundAt }: ServiceWindow): boolean {
  return from === 'marketing' && (kind === 'template' || (kind !== 'marketing' && (lastInboundAt ?? 0) > at));
}

/**
 * A customer's opt-out, if the settings say that opt-outs are respected. One that this process remembers is read again, because
 * the customer may have taken it back at another instance. Round trips are only needed where there is an opt-out.
 */
export async function respectedOptOut(
  host: Host,
  known: Pick<Conversation, 'optOut'> | undefined,
): Promise<OptOut | undefined> {
  return known?.optOut && (await host.memory.settings.get('respectOptOuts'))
    ? findOptOut(host, known.optOut)
    : undefined;
}
