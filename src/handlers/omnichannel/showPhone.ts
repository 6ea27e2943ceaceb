import type { Host } from '../core/Host';
import type { Conversation } from './conversations/conversations';
import { createVisitor, generationOf, visitorKeys } from './visitor';

/**
 * Does what makes Rocket.Chat look for a customer's contact, while the visitor has the phone that it looks by. Before and
 * after, the visitor has none that can be found: Rocket.Chat hands a visitor, token included, to whoever registers on a
 * website with its phone. Where the settings say so, the visitor never has one.
 *
 * @throws what `work` throws
 */
export async function withPhoneShown<T>(host: Host, conversation: Conversation, work: () => Promise<T>): Promise<T> {
  const { waId } = conversation;
  const hidden = await hiddenPhones(host, conversation);
  if (waId === undefined || hidden.shown === undefined) {
    return work();
  }
  await setPhone(host, conversation, `+${waId}`);
  let phone = hidden.blank;
  try {
    const done = await work();
    phone = hidden.shown;
    return done;
  } finally {
    try {
      await setPhone(host, conversation, phone);
    } catch (error) {
      host.logger.error('The phone of a customer could not be taken off their visitor:', String(error));
    }
  }
}

/** Whether Rocket.Chat has not looked for the customer's contact yet, by the phones that the visitor has. */
export async function isPhoneToBeShown(host: Host, conversation: Conversation, phones: Phones): Promise<boolean> {
  const { shown } = await hiddenPhones(host, conversation);
  return shown !== undefined && !phones.some(({ phoneNumber }) => phoneNumber === shown);
}

/**
 * Puts the phone where agents can read it and nobody finds the visitor by it. What the customer has typed goes too: to
 * Rocket.Chat every number in a visitor's messages is a phone of theirs. Never throws: the next conversation tries again.
 *
 * @param phones those that the visitor has, where they were read: one who has none gets none
 */
export async function hidePhone(host: Host, conversation: Conversation, phones?: Phones): Promise<void> {
  try {
    const { shown, blank } = await hiddenPhones(host, conversation);
    const hidden = shown ?? blank;
    const isHidden = phones?.every(({ phoneNumber }) => phoneNumber === hidden);
    if (!isHidden) {
      await setPhone(host, conversation, hidden);
    }
  } catch (error) {
    host.logger.error('The phone of a customer could not be taken off their visitor:', String(error));
  }
}

type Phones = readonly { phoneNumber: string }[];

/** `shown` is the phone with a mark that nobody can guess, undefined where there is none to show; `blank` the mark alone. */
async function hiddenPhones(host: Host, conversation: Conversation): Promise<{ shown?: string; blank: string }> {
  const { waId, visitor } = conversation;
  const generation = (await generationOf(host, conversation, visitor.token)) ?? 0;
  const { mark } = await visitorKeys(host, conversation, generation);
  const isOff = waId === undefined || (await host.memory.settings.get('keepPhonesOffVisitors'));
  return { blank: `WhatsApp ${mark}`, ...(isOff ? {} : { shown: `+${waId} (WhatsApp ${mark})` }) };
}

/** By the token, which finds this visitor and no other. An empty name changes none. */
async function setPhone(host: Host, { visitor }: Conversation, phoneNumber: string): Promise<void> {
  await createVisitor(host, { ...visitor, name: '', phone: [{ phoneNumber }] });
}

/** New facts of a customer from WhatsApp. */
interface News {
  name?: string;
  /** Digits, the country code first. */
  waId?: string;
}

/**
 * Takes what is new over to the customer's visitor, so that agents and other apps find it. A name is taken over unless an
 * agent renamed the visitor: then the agent's stays.
 *
 * @returns the visitor's name from now on
 */
export async function renewVisitor(host: Host, known: Conversation, { name, waId }: News): Promise<string> {
  const { visitor, profileName } = known;
  // One that an earlier version took over is also somebody else's.
  const isOwn = (await generationOf(host, known, visitor.token)) !== undefined;
  const stored = isOwn ? await host.read.getLivechatReader().getLivechatVisitorByToken(visitor.token) : undefined;
  if (!stored) {
    return visitor.name;
  }
  const named = name !== undefined && stored.name === profileName ? name : stored.name;
  if (named !== stored.name) {
    await createVisitor(host, { token: visitor.token, username: stored.username, name: named });
  }
  // Before a visitor's first room, Rocket.Chat looks for a contact with this phone.
  if (waId !== undefined && !known.holding) {
    await hidePhone(host, { ...known, waId });
  }
  return named;
}
