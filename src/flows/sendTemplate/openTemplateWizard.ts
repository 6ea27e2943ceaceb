import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Problem } from '../../handlers/core/errors/AppError';
import { readWhatsappRoom } from '../../handlers/omnichannel/whatsappRoom';
import { findByKey } from '../../handlers/omnichannel/conversations/conversations';
import { readJourneys } from '../snapshots';
import { readTemplateUses } from '../../handlers/numbers/templates/templateUses';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { TemplateRecipient } from '../../machines/sendTemplate';
import type { FirstScreen } from '../runFlow';
import { beginFlow } from '../runFlow';
import { bulkTemplateFlow } from '../bulkTemplate/bulkTemplateFlow';
import type { Scene } from '../Flow';
import type { WizardContext } from './formInputs';
import { sendTemplateFlow } from './sendTemplateFlow';

/** Where the wizard is opened, and for what. */
interface Opening {
  /**
   * A WhatsApp conversation determines the number and the customer. In any other room the wizard only posts its result.
   */
  room: IRoom;
  /** A contextual bar only where the client surely has one: apps cannot tell mobile clients, which have none. */
  surface: 'bar' | 'modal';
  /** Which templates are shown at first. Somebody who only wants to look sees all of them. */
  status: 'sendable' | '';
}

/**
 * Starts the wizard for somebody who may write to customers, and returns its first screen, which the caller opens on
 * the given surface. The screen offers to continue a message that was started within the last day and not sent.
 *
 * @returns the sentence to say instead where no number is connected or the conversation's number is not any more
 */
export async function openTemplateWizard(
  scene: Scene,
  { room, surface, status }: Opening,
): Promise<{ first: FirstScreen } | { refusal: Problem }> {
  const { host, user } = scene;
  const numbers = await host.memory.numbers.get(host);
  const owner = readWhatsappRoom(room, host.app.id);
  if (numbers.length === 0) {
    return { refusal: { key: 'numbers:none' } };
  }
  if (owner && !numbers.some(({ digits }) => digits === owner.number)) {
    return { refusal: { key: 'errors:numberGone', params: { number: formatPhone(owner.number) } } };
  }
  const customer = owner && (await recipientOf(scene, owner));
  const uses = await readTemplateUses(host, user.id);
  const resume = await begun(scene, room.id);
  const only = numbers.length === 1 ? numbers[0]?.digits : undefined;
  const first = await beginFlow(sendTemplateFlow, scene, {
    roomId: room.id,
    surface,
    status,
    number: owner?.number ?? only,
    customer,
    customerIsFixed: customer !== undefined,
    recent: [...new Set(uses.map(({ name }) => name))],
    resume,
  });
  return { first };
}

async function recipientOf(
  { host }: Scene,
  { number, customer }: { number: string; customer: string },
): Promise<TemplateRecipient> {
  const conversation = await findByKey(host, number, customer);
  const isPhone = conversation ? conversation.waId !== undefined : /^\d+$/.test(customer);
  const id = conversation?.waId ?? conversation?.userId ?? customer;
  const name = conversation?.visitor.name;
  return { id, isPhone, ...(name ? { name } : {}) };
}

/** The states in which a journey can be continued, and its current version. */
const RESUMABLE: Readonly<Record<string, { version: number; states: readonly string[] }>> = {
  [sendTemplateFlow.id]: { version: sendTemplateFlow.version, states: ['addressing', 'filling', 'reviewing'] },
  [bulkTemplateFlow.id]: { version: bulkTemplateFlow.version, states: ['listing', 'filling', 'confirming'] },
};

/** The message, to one person or to a list, that this person began in this room and did not send. */
async function begun({ host, t, user }: Scene, roomId: string): Promise<WizardContext['resume']> {
  const journeys = await readJourneys(host, user.id);
  const open = journeys
    .filter(({ flow, version, position }) => {
      const known = RESUMABLE[flow];
      return version[1] === known?.version && known.states.includes(position.state);
    })
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a stored position of one of these flows and versions
    .map((each) => ({ ...each, context: each.position.context as Begun }))
    .filter(({ context }) => context.roomId === roomId && Object.keys(context.typed).length > 0)
    .sort((a, b) => b.savedAt - a.savedAt)[0];
  if (!open) {
    return undefined;
  }
  const { template, customer } = open.context;
  const recipient = customer?.name ?? formatPhone(customer?.id ?? '');
  const params = { template: template?.name ?? '', recipient };
  const key = open.flow === bulkTemplateFlow.id ? 'bulk:begun' : customer ? 'templates:begunFor' : 'templates:begun';
  return { view: open.stage, text: t(key, params) };
}

/** The part that the contexts of both journeys share. */
type Begun = Pick<WizardContext, 'roomId' | 'template' | 'typed'> & Partial<Pick<WizardContext, 'customer'>>;
