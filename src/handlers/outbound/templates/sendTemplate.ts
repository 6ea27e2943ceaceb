import type { Connection } from '../../dialog360/Connection';
import type { Template } from '../../dialog360/parseTemplates';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { findOpenRoom } from '../../omnichannel/findOpenRoom';
import { meetCustomer } from '../../omnichannel/meetCustomer';
import type { Target } from '../../omnichannel/conversations/awaited';
import { removeAwaited, storeAwaited } from '../../omnichannel/conversations/awaited';
import type { KnownCustomer } from '../../omnichannel/conversations/conversations';
import { conversationKey, findCustomer, formerUntil } from '../../omnichannel/conversations/conversations';
import { findByAbout, noteOn, replaceEntry } from '../../core/records/entries';
import type { Entry, LinkEntry, OutboxEntry } from '../../core/records/Entry';
import type { Lease } from '../../core/records/leases';
import { takeLease } from '../../core/records/leases';
import type { ConnectedNumber } from '../../numbers/numbers';
import { refreshSoon } from '../../numbers/templates/fetchTemplates';
import { translatorOf } from '../../core/translator';
import type { RenderedTemplate } from '../../whatsapp/messages/renderTemplate';
import { renderTemplate } from '../../whatsapp/messages/renderTemplate';
import { phoneVariants } from '../../whatsapp/phoneNumbers';
import { readDefinition } from '../../whatsapp/templateDefinition';
import type { FieldProblem, FieldValues } from '../../whatsapp/templateMessage';
import { buildTemplateParts } from '../../whatsapp/templateMessage';
import { canSend, respectedOptOut } from '../canSend';
import { deliver } from '../delivery/deliver';
import type { FailureReport } from '../failures/reportElsewhere';
import { recordFailure, reportFailure } from '../failures/reportFailure';
import type { Piece, Recipient } from '../Outgoing';
import { postSent } from '../postNotice';
import { aboutTemplate } from '../bulk/templateJobs';
import { bringHeaderFiles, ofConversation } from './bringHeaderFiles';

/** A template on its way to a customer. */
export interface TemplateSending {
  number: ConnectedNumber;
  /** The digits of their phone, or their business-scoped id if WhatsApp gives no phone. */
  customer: { waId: string } | { userId: string };
  /** The stored template. One without parts is unknown here: it is sent as requested and not shown. */
  template: Pick<Template, 'name' | 'language' | 'category' | 'parameterFormat'> &
    Partial<Pick<Template, 'components'>>;
  /** The values, by the ids of `fieldsOf`. */
  values: FieldValues;
  /** The parts of the message, if the caller made them; otherwise they are built from the values. */
  components?: readonly object[];
  /** The same key sends the same template to the same customer once. */
  key: string;
  /**
   * The sender. The room shows their name, if it is given. Without a room they get a direct message about a failure.
   */
  sender?: { id: string; name?: string; username?: string };
  /**
   * The agent or department that gets the conversation when the customer answers. It has no effect while a conversation
   * is open.
   */
  target?: Target;
  /**
   * Which failures the caller reports; the app reports the others as for any message. `all` includes an unknown result.
   */
  toldByCaller?: 'all' | 'refusals';
}

/** The result of sending a template. */
export type TemplateOutcome =
  /** WhatsApp took it, now or earlier, or the app sends it as soon as WhatsApp accepts it. Its statuses follow. */
  | { state: 'sent'; wamid?: string }
  /** The app sends it as soon as WhatsApp accepts it. A failure is then reported as for any message. */
  | { state: 'waiting' }
  /** It is unknown whether WhatsApp took it. The app must not send it again; a status may still report it. */
  | { state: 'uncertain' }
  /** The same template is being sent at this moment, here or on another instance, or is waiting. */
  | { state: 'underway' }
  /** These values cannot be sent. Nothing was sent. */
  | { state: 'invalid'; problems: FieldProblem[] }
  /** WhatsApp's version of the template differs from the stored one. The list is being refreshed. */
  | { state: 'outdated'; error: AppError }
  | { state: 'refused'; error: AppError };

/**
 * Refusals of the template itself: all of Meta's 132xxx codes except the one that only asks to wait. The stored
 * template may be outdated, so the list is refreshed before another attempt.
 */
const OUTDATED: ReadonlySet<string> = new Set([
  'errors:templateParameterCount',
  'errors:templateMissing',
  'errors:templateTooLong',
  'errors:templatePolicy',
  'errors:templateParameters',
  'errors:templatePaused',
  'errors:templateDisabled',
  'errors:templateRefused',
  'errors:flowBlocked',
]);

/**
 * Sends a template to a customer, whether or not their customer service window is open. Like every message it passes
 * `canSend` and the queue, and has records and statuses. An open conversation shows what the customer saw. Otherwise
 * the next one shows it, and goes to the agent or department of `target`.
 *
 * @throws only bugs of this app; as far as it knows, nothing was sent then
 */
export async function sendTemplate(host: Host, sending: TemplateSending): Promise<TemplateOutcome> {
  const about = aboutTemplate(sending.key);
  const claim = await takeLease(host, `sending ${about}`);
  if (!claim) {
    return { state: 'underway' };
  }
  try {
    return await sendTemplateOnce(host, sending, { about, before: await findByAbout(host, about), claim });
  } finally {
    await claim.end();
  }
}

/**
 * Like `sendTemplate`, for a caller that makes sure that nobody else sends under this key at the same time.
 *
 * @param before the records under `about`, of this and other customers
 * @param claim the lease that makes sure of it; a process that stood still until its end sends nothing any more
 */
export async function sendTemplateOnce(
  host: Host,
  sending: TemplateSending,
  { about, before, claim }: { about: string; before: readonly Entry[]; claim: Pick<Lease, 'left'> },
): Promise<TemplateOutcome> {
  const { number, customer, template, values } = sending;
  const piece = `to ${'waId' in customer ? customer.waId : customer.userId}`;
  const done = before.find((entry) => entry.kind !== 'refusal' && 'piece' in entry && entry.piece === piece);
  if (done?.kind === 'link') {
    return { state: 'sent', wamid: done.wamid };
  }
  if (done?.kind === 'outbox') {
    // Nobody else sends under this key, so an unfinished send was started by a process that was killed.
    return { state: done.told === true || done.state === 'sending' ? 'uncertain' : 'waiting' };
  }
  const definition = template.components && readDefinition({ ...template, components: template.components });
  const built = definition && !sending.components ? buildTemplateParts(definition, values, Date.now()) : undefined;
  if (built?.ok === false) {
    return { state: 'invalid', problems: built.problems };
  }
  const known = await findRecipient(host, number, customer);
  const { conversation } = known;
  const t = await translatorOf(host);
  const { name, language } = template;
  const sender = sending.sender && (sending.sender.name || sending.sender.username);
  const drawn = renderTemplate({ name, language, filled: definition && { definition, values }, sender }, t);
  const recipient = conversation ?? strangerOf(number, customer);
  const content = async (connection: Connection): Promise<Awaited<ReturnType<Piece['content']>>> => ({
    type: 'template',
    template: {
      name,
      language: { code: language, policy: 'deterministic' },
      components: sending.components ?? (await componentsOf(host, connection, sending, recipient)),
    },
  });
  return host.memory.sendQueue.take(recipient, Date.now(), () =>
    send(host, {
      sending,
      about,
      claim,
      drawn,
      known,
      recipient,
      piece: { id: piece, hasFile: hasFile(values), content },
    }),
  );
}

interface Prepared {
  sending: TemplateSending;
  about: string;
  claim: Pick<Lease, 'left'>;
  drawn: RenderedTemplate;
  known: KnownCustomer;
  recipient: Recipient;
  piece: Piece;
}

async function send(
  host: Host,
  { sending, about, claim, drawn, known, recipient, piece }: Prepared,
): Promise<TemplateOutcome> {
  const { number, template, sender, target, customer, toldByCaller } = sending;
  const { conversation } = known;
  const byApp = conversationKey(number.digits, recipient.customer);
  const kind = template.category === 'UTILITY' || template.category === 'AUTHENTICATION' ? 'template' : 'marketing';
  const room = conversation && (await findOpenRoom(host, conversation));
  const optOut = await respectedOptOut(host, known);
  // A template needs no window.
  const refusal = canSend({ kind, number, optOut, window: { state: 'unknown', lastInboundAt: undefined } });
  if (refusal) {
    const error = new AppError({ kind: 'refused', retry: 'no', key: refusal });
    const undelivered: FailureReport = {
      number: number.digits,
      customer: recipient.customer,
      roomId: room?.id,
      text: drawn.words,
      template: template.name,
      sentBy: sender?.id,
      about,
      piece: piece.id,
      byApp,
    };
    await (toldByCaller ? recordFailure : reportFailure)(host, undelivered, error);
    return { state: 'refused', error };
  }
  const at = Date.now();
  const ids = conversation?.ids ?? ('waId' in customer ? phoneVariants(customer.waId) : [customer.userId]);
  const of = { number: number.digits, customer: conversation?.customer, about, piece: piece.id };
  // Stored before it is sent: the customer may answer at once.
  const awaited = room ? undefined : await storeAwaited(host, ids, { ...of, text: drawn.text, at, target });
  let failure: unknown;
  let wamid: string | undefined;
  const held = { isLost: false };
  const outcome = await deliver(host, {
    number,
    conversation: recipient,
    roomId: room?.id ?? '',
    about,
    piece,
    text: drawn.words,
    template: template.name,
    gate: kind,
    sentBy: sender?.id,
    isSecret: isSecret(template) || undefined,
    failed: (error) => {
      failure = error;
      const isUnknown = error instanceof AppError && error.maybeSent;
      return toldByCaller === 'all' || (toldByCaller === 'refusals' && !isUnknown);
    },
    taken: (id) => {
      wamid = id;
    },
    // Its record is stored by now: whoever takes the claim from here on finds it.
    isOutdated: () => {
      held.isLost = claim.left() <= 0;
      return Promise.resolve(held.isLost);
    },
  });
  if (held.isLost) {
    return { state: 'underway' };
  }
  if (outcome === 'failed') {
    const error = failure instanceof AppError ? failure : undefined;
    if (error?.maybeSent) {
      return { state: 'uncertain' };
    }
    await removeAwaited(host, awaited === undefined ? [] : [{ entry: awaited }]);
    if (!error) {
      throw failure;
    }
    if (!OUTDATED.has(error.key)) {
      return { state: 'refused', error };
    }
    await refreshSoon(host, 0);
    return { state: 'outdated', error };
  }
  if (room) {
    const messageId = await postSent(host, room, { ...drawn, at }, { isByPerson: sender !== undefined });
    await noteShown(host, messageId, { about, byApp, wamid, piece: piece.id });
  }
  return wamid === undefined ? { state: outcome } : { state: 'sent', wamid };
}

/** Whether it may contain a one-time code. An unknown template may. */
function isSecret({ category }: TemplateSending['template']): boolean {
  return category === undefined || category === 'AUTHENTICATION';
}

/** Stores in the message's records which message shows it in the room, for statuses, quotes and reactions. */
async function noteShown(
  host: Host,
  messageId: string,
  { about, byApp, wamid, piece }: { about: string; byApp: string; wamid: string | undefined; piece: string },
): Promise<void> {
  if (wamid !== undefined) {
    await noteOn(host, { wamid, about, byApp }, { messageId });
    return;
  }
  const record = await findRecord(host, about, piece);
  if (record?.kind === 'link') {
    await noteOn(host, record, { messageId });
  } else if (record) {
    await replaceEntry(host, { ...record, messageId });
  }
}

/** The conversation of a customer, or the known facts about somebody without one. */
async function findRecipient(
  host: Host,
  number: ConnectedNumber,
  customer: TemplateSending['customer'],
): Promise<KnownCustomer> {
  const id = 'waId' in customer ? customer.waId : customer.userId;
  const known = await findCustomer(host, number.digits, [id]);
  if (known.conversation && 'waId' in customer && formerUntil(known.conversation, id) !== undefined) {
    // Somebody else has that phone now.
    return { conversation: (await meetCustomer(host, number, customer, Date.now())).conversation };
  }
  return known;
}

function strangerOf({ digits }: ConnectedNumber, customer: TemplateSending['customer']): Recipient {
  const id = 'waId' in customer ? customer.waId : customer.userId;
  return { number: digits, customer: id, ...customer };
}

/** The link, or the record of a waiting message. */
async function findRecord(host: Host, about: string, piece: string): Promise<LinkEntry | OutboxEntry | undefined> {
  const entries = await findByAbout(host, about);
  return entries.find(
    (entry): entry is LinkEntry | OutboxEntry =>
      (entry.kind === 'link' || entry.kind === 'outbox') && entry.piece === piece,
  );
}

function hasFile(values: FieldValues): boolean {
  return Object.values(values).some((value) => value?.kind === 'media' && 'upload' in value.source);
}

async function componentsOf(
  host: Host,
  connection: Connection,
  { template, values }: TemplateSending,
  recipient: Recipient,
): Promise<readonly object[]> {
  const definition = readDefinition({ ...template, components: template.components ?? [] });
  const allowed = ofConversation(recipient, host.app.id);
  const brought = await bringHeaderFiles(host, connection, { number: recipient.number, allowed, definition, values });
  const parts = buildTemplateParts(definition, brought, Date.now());
  return parts.ok ? parts.components : [];
}
