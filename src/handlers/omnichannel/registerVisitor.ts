import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { phoneVariants } from '../phone/phoneVariants';
import type { ConnectedNumber } from '../records/numbers';
import type { Customer } from '../webhook/Customer';
import { createVisitor } from './createVisitor';
import { findAtOtherNumber } from './findAtOtherNumber';
import { resolveVisitor } from './resolveVisitor';
import { visitorToken } from './visitorToken';

/**
 * The visitor of a customer who is new to a number: the one that has their phone, in whatever spelling another app or an
 * agent wrote it, or a new one with what WhatsApp told.
 *
 * @throws when Rocket.Chat gives none
 */
export async function registerVisitor(
  host: Host,
  number: ConnectedNumber,
  customer: Customer,
  primary: string,
): Promise<{ visitor: IVisitor; isNew: boolean }> {
  const { waId, userId, name, username } = customer;
  const known =
    (await resolveVisitor(host, customer)) ??
    (await findByPhone(host, customer)) ??
    (await findAtOtherNumber(host, number, customer));
  if (known) {
    return { visitor: await withPhoneOf(host, known, customer), isNew: false };
  }
  // The secret never changes.
  const { visitorSecret } = await host.memory.install.get(host, Number.POSITIVE_INFINITY);
  // Rocket.Chat may answer with another visitor than the one asked for, one that has this very phone: its token counts.
  const token = visitorToken(visitorSecret, number.digits, primary);
  const visitor = await createVisitor(host, {
    token,
    username: waId ?? username ?? primary,
    name: name ?? username ?? (waId ? `+${waId}` : primary),
    phone: waId ? [{ phoneNumber: `+${waId}` }] : [],
    ...(userId ? { externalIds: [{ appId: host.app.id, entityId: userId, metadata: { username } }] } : {}),
  });
  if (!visitor) {
    throw new Error('Rocket.Chat registered no visitor');
  }
  return { visitor, isNew: visitor.token === token };
}

/** Whom Rocket.Chat knows without a phone gets the one that WhatsApp tells. */
async function withPhoneOf(host: Host, known: IVisitor, { waId }: Customer): Promise<IVisitor> {
  const isNews = waId !== undefined && !known.phone?.length;
  return (isNews ? await createVisitor(host, { ...known, phone: [{ phoneNumber: `+${waId}` }] }) : undefined) ?? known;
}

/**
 * Rocket.Chat compares phones letter by letter: the usual spelling first, where it was not looked for beside the user id,
 * then without the plus, then the variants.
 */
async function findByPhone(host: Host, { waId, userId }: Customer): Promise<IVisitor | undefined> {
  const variants = waId ? phoneVariants(waId).filter((variant) => variant !== waId) : [];
  const isLookedFor = userId !== undefined && !host.memory.lacks.get('resolveVisitor');
  const usual = isLookedFor ? [] : [`+${waId ?? ''}`];
  const spellings = waId ? [...usual, waId, ...variants.map((variant) => `+${variant}`)] : [];
  for (const phone of spellings) {
    const known = await host.read.getLivechatReader().getLivechatVisitorByPhoneNumber(phone);
    if (known) {
      return known;
    }
  }
  return undefined;
}
