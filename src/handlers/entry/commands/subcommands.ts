import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { distance } from 'fastest-levenshtein';
import { drawingOf, section } from '../../../blocks/elements';
import { numberCard } from '../../../blocks/numberCard';
import { connectButton, shortcutList } from '../../../blocks/setupMessages';
import { connectFlow } from '../../../flows/connectFlow';
import { doctorFlow } from '../../../flows/doctorFlow';
import type { Scene } from '../../../flows/Flow';
import { forgetFlow } from '../../../flows/forget/forgetFlow';
import { cardOf } from '../../../flows/number/numberModels';
import { beginFlow } from '../../../flows/runFlow';
import { sayToUser } from '../../../flows/sayToUser';
import { openTemplateWizard } from '../../../flows/sendTemplate/openTemplateWizard';
import { COMMAND, subcommandNames } from '../../core/commandNames';
import type { Host } from '../../core/Host';
import { readSandbox } from '../../core/sandbox';
import { readNumbers } from '../../numbers/numbers';
import { findTemplates } from '../../numbers/templates/templates';
import { notifyUser } from '../../omnichannel/notifyUser';
import type { Who } from '../../omnichannel/roles';
import { formatPhone, readPhoneNumber } from '../../whatsapp/phoneNumbers';

/** A typed command. */
interface Call {
  scene: Scene;
  /** The trigger id that opens a view; '' when the client gave none. */
  triggerId: string;
  /** The text after the sub-command. */
  words: string[];
}

/** Answers a command so that only the person who typed it sees the answer. */
async function sayBlocks({ host, user, room }: Scene, text: string, blocks: LayoutBlock[]): Promise<void> {
  if (room) {
    await notifyUser(host, { user, room }, { text, blocks });
  }
}

/** `doctor [number]`: examines a number, which may be left out when only one is connected. */
async function doctor({ scene, triggerId, words }: Call): Promise<void> {
  const { host, t, user } = scene;
  const connected = await readNumbers(host);
  const named = words.length > 0 ? readPhoneNumber(words.join(' ')) : undefined;
  const chosen = named?.ok ? connected.find(({ digits }) => digits === named.value.digits) : undefined;
  const number = chosen ?? (named === undefined && connected.length === 1 ? connected[0] : undefined);
  if (!number) {
    const list = connected.map(({ digits }) => `\`/${COMMAND} doctor ${formatPhone(digits)}\``).join('\n');
    await sayToUser(scene, connected.length > 0 ? t('doctor:which', { list }) : t('numbers:none'));
    return;
  }
  const { viewId, modal } = await beginFlow(doctorFlow, scene, { digits: number.digits });
  await host.modify
    .getUiController()
    .openSurfaceView({ id: viewId, type: UIKitSurfaceType.MODAL, ...modal }, { triggerId }, user);
}

/** `connect`: opens the modal to connect a number. */
async function connect({ scene, triggerId }: Call): Promise<void> {
  const { viewId, modal } = await beginFlow(connectFlow, scene, undefined);
  await scene.host.modify
    .getUiController()
    .openSurfaceView({ id: viewId, type: UIKitSurfaceType.MODAL, ...modal }, { triggerId }, scene.user);
}

/** `numbers`: lists every connected number with its buttons, or says how to connect the first one. */
async function numbers({ scene }: Call): Promise<void> {
  const { host, t } = scene;
  const drawing = drawingOf(scene);
  const connected = await readNumbers(host);
  const text = t(connected.length > 0 ? 'numbers:list' : 'numbers:none');
  await sayBlocks(scene, text, [
    section(drawing, 'numbers', text),
    ...(connected.length > 0
      ? connected.flatMap((number) => numberCard(drawing, cardOf(number, drawing.t)))
      : [connectButton(drawing)]),
  ]);
}

/**
 * `view-templates`: shows all templates in every state. It opens a modal, because mobile clients have no contextual bar
 * and an app cannot recognise them.
 */
async function viewTemplates(call: Call): Promise<void> {
  await open(call, '');
}

/** `send-template`: shows the templates that can be sent. In a WhatsApp conversation the recipient is its customer. */
async function sendTemplateCommand(call: Call): Promise<void> {
  await open(call, 'sendable');
}

async function open({ scene, triggerId }: Call, status: 'sendable' | ''): Promise<void> {
  const { host, room, user } = scene;
  if (!room) {
    return;
  }
  const opened = await openTemplateWizard(scene, { room, surface: 'modal', status });
  if ('refusal' in opened) {
    await sayToUser(scene, scene.t(opened.refusal.key, opened.refusal.params));
    return;
  }
  const { viewId, modal } = opened.first;
  await host.modify
    .getUiController()
    .openSurfaceView({ id: viewId, type: UIKitSurfaceType.MODAL, ...modal }, { triggerId }, user);
}

/** `support`: says where to ask, where the logs are, and which facts to send along. */
async function support({ scene }: Call): Promise<void> {
  const { host, t } = scene;
  const { support: address } = host.app;
  const where = address === '' ? t('commands:supportNoAddress') : t('commands:supportAddress', { address });
  const text = t('commands:supportText', { where, diagnosis: await diagnosis(host) });
  await sayBlocks(scene, text, [section(drawingOf(scene), 'support', text)]);
}

/**
 * Facts that help support; none of them is secret. Each line holds one short fact, because a long line would make the
 * message wider than the screen. Each line begins and ends with a word, so that it reads and copies in the right order
 * in right-to-left languages too.
 */
export async function diagnosis(host: Host): Promise<string> {
  const numbers = await host.memory.numbers.get(host);
  const facts: [string, string | number][] = [
    ['app', host.app.version],
    ['id', host.app.id],
    ['sandbox', readSandbox().name],
    ['api_base_url', await host.memory.settings.get('apiBaseUrl')],
    ['preferred_language', await host.memory.settings.get('preferredLanguage')],
    ['numbers', numbers.length],
  ];
  for (const { digits, quality, messagingLimit, phoneNumberId } of numbers) {
    const end = digits.slice(-4);
    const templates = await findTemplates(host, digits);
    facts.push(
      [`quality of ${end}`, quality ?? 'unknown'],
      [`limit of ${end}`, messagingLimit ?? 'unknown'],
      [`id of ${end}`, phoneNumberId === undefined ? 'unknown' : 'known'],
      [`templates of ${end}`, templates?.failure?.key ?? templates?.templates.length ?? 'unread'],
    );
  }
  for (const { at, what } of host.memory.troubles.values()) {
    facts.push([`trouble at ${at.slice(0, 16).replace('T', ' ')} UTC`, what]);
  }
  return facts.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** The number of wrong letters that still count as a typing mistake. */
const MOST_SLIPS = 3;

/** `help`: lists the sub-commands. It also answers an unknown sub-command and then names the closest match. */
export async function help({ scene }: Call, unknown?: string): Promise<void> {
  const { t } = scene;
  const drawing = drawingOf(scene);
  const list = shortcutList(drawing);
  if (unknown === undefined) {
    await sayBlocks(scene, t('commands:intro'), [list]);
    return;
  }
  const closest = closestName(unknown);
  const text = closest
    ? t('commands:didYouMean', { typed: unknown, command: `/${COMMAND} ${closest}` })
    : t('commands:unknown', { typed: unknown });
  await sayBlocks(scene, text, [section(drawing, 'unknown-command', text), list]);
}

/** The sub-command that was probably meant. */
export function closestName(typed: string): string | undefined {
  const word = typed.toLowerCase();
  const [best] = subcommandNames
    .map((name) => ({ name, slips: distance(word, name) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.min(MOST_SLIPS, best.name.length - 1) ? best.name : undefined;
}

/** WhatsApp's id of a customer whose phone is hidden: a country, a dot, letters and digits. */
const USER_ID = /^[A-Z]{2}\.[A-Za-z0-9.]{1,200}$/;

/** `forget <number>`: shows what the app keeps about a customer, and deletes it after a confirmation. */
async function forget({ scene, triggerId, words }: Call): Promise<void> {
  const typed = words.join(' ');
  const phone = readPhoneNumber(typed);
  const id = USER_ID.test(typed) ? typed : phone.ok ? phone.value.digits : undefined;
  if (id === undefined) {
    await sayToUser(scene, scene.t('forget:which', { command: `/${COMMAND} forget` }));
    return;
  }
  const { viewId, modal } = await beginFlow(forgetFlow, scene, { id });
  await scene.host.modify
    .getUiController()
    .openSurfaceView({ id: viewId, type: UIKitSurfaceType.MODAL, ...modal }, { triggerId }, scene.user);
}

/**
 * One row of the table: who may use the sub-command, and what it does. Only the person who typed it sees the answer.
 */
interface Subcommand {
  who: Who;
  run: (call: Call) => Promise<void>;
}

/** The sub-commands by their names. The only typed value that they act on is a phone number, which is looked up. */
export const subcommands: Readonly<Record<string, Subcommand>> = {
  connect: { who: 'admin', run: connect },
  numbers: { who: 'admin', run: numbers },
  'view-templates': { who: 'agent', run: viewTemplates },
  'send-template': { who: 'agent', run: sendTemplateCommand },
  doctor: { who: 'admin', run: doctor },
  forget: { who: 'admin', run: forget },
  support: { who: 'everybody', run: support },
  help: { who: 'everybody', run: (call) => help(call) },
} satisfies Record<(typeof subcommandNames)[number], Subcommand>;
