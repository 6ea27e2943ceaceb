import { randomUUID } from 'crypto';
import type { Problem } from '../../handlers/core/errors/AppError';
import { listFiles } from '../../handlers/omnichannel/files/findFile';
import { notifyByIds } from '../../handlers/omnichannel/notifyUser';
import { sendTemplate } from '../../handlers/outbound/templates/sendTemplate';
import { findCustomer, formerUntil } from '../../handlers/omnichannel/conversations/conversations';
import { noteTemplateUse, readTemplateUses } from '../../handlers/numbers/templates/templateUses';
import { refreshByHand } from '../../handlers/numbers/templates/fetchTemplates';
import { describeError } from '../../handlers/core/errors/describeError';
import { changeSince, refusalOf, seenOf } from '../../handlers/numbers/templates/sendableTemplates';
import type { CachedTemplate } from '../../handlers/numbers/templates/templates';
import { formatPhone, phoneVariants, readPhoneNumber, sameCustomer } from '../../handlers/whatsapp/phoneNumbers';
import type { SendTemplateEvent } from '../../machines/sendTemplate';
import type { RoomFile } from '../../machines/templateFields';
import type { Scene } from '../Flow';
import { formOf, inputsOf, problemsOf } from './formInputs';
import type { WizardContext } from './formInputs';
import { forgetRead, numberOf, templateOf } from './lookup';
import { knownFacts } from './models';
import { suggestFor } from './suggestions';

/** **Refresh Templates**: reads the templates from 360dialog and says what changed. */
export async function refreshList({ number }: WizardContext, scene: Scene): Promise<SendTemplateEvent> {
  return { type: 'REFRESHED', notice: await refresh(scene, number) };
}

/** Reads the typed recipient. */
export async function checkRecipient({ typed, number = '' }: WizardContext, scene: Scene): Promise<SendTemplateEvent> {
  const read = readPhoneNumber(typed.recipient ?? '');
  if (!read.ok) {
    return { type: 'FAILED', problems: { recipient: read.error } };
  }
  const { digits } = read.value;
  if ((await scene.host.memory.numbers.get(scene.host)).some((each) => sameCustomer(each.digits, digits))) {
    return { type: 'FAILED', problems: { recipient: { key: 'templates:ownNumber' } } };
  }
  const { conversation: found } = await findCustomer(scene.host, number, phoneVariants(digits));
  // Somebody else had that phone before.
  const conversation = found && formerUntil(found, digits) === undefined ? found : undefined;
  const name = conversation?.visitor.name;
  // WhatsApp spells some phones differently than people dial them. Customers are known by WhatsApp's spelling.
  const id = conversation?.waId ?? digits;
  return { type: 'RECIPIENT', customer: { id, isPhone: true, ...(name ? { name } : {}) } };
}

/** What this person sent the chosen template with last. */
export async function recallUse(context: WizardContext, scene: Scene): Promise<SendTemplateEvent> {
  return { type: 'RECALLED', last: await lastValues(context, scene) };
}

async function lastValues({ template }: WizardContext, { host, user }: Scene): Promise<Record<string, string>> {
  const uses = await readTemplateUses(host, user.id);
  return uses.find(({ name, language }) => name === template?.name && language === template.language)?.values ?? {};
}

/** Fills in the form with all known values. */
export async function prepareForm(context: WizardContext, scene: Scene): Promise<SendTemplateEvent> {
  const { host, t } = scene;
  const template = await templateOf(host, context);
  const refusal = refusalOf(template, await host.memory.settings.get('hiddenTemplates'));
  if (!template || refusal) {
    return { type: 'GONE', notice: refusal ?? { key: 'templates:stoppedGone' } };
  }
  const number = await numberOf(host, context.number);
  const inputs = inputsOf(template, t);
  const last = context.recalled ?? (inputs.length > 0 ? await lastValues(context, scene) : {});
  const known = knownFacts(scene, { ...context, last }, number);
  const suggested = inputs.map((input): [string, string] => [
    input.id,
    suggestFor(input, template.definition, known).first?.text ?? '',
  ]);
  return {
    type: 'PREPARED',
    suggested: Object.fromEntries(suggested),
    last,
    files: inputs.some(({ kind }) => kind === 'file') ? await filesOf(context, scene) : [],
    hasFields: inputs.length > 0,
    sendId: randomUUID(),
    seen: seenOf(template),
  };
}

/** The change of a template since it was chosen, where the person has to decide about it. */
function newsOf(template: CachedTemplate, { seen }: WizardContext, { t }: Scene): SendTemplateEvent | undefined {
  const change = changeSince(seen, template, t);
  if (change?.what === 'contents') {
    return { type: 'OUTDATED', notice: { key: 'templates:changed' } };
  }
  const key = change?.isDearer ? 'templates:nowMarketing' : 'templates:recategorised';
  return change && { type: 'RECATEGORISED', notice: { key, params: change.params }, seen: seenOf(template) };
}

/** The files of the conversation, newest first. Files of other rooms are never listed. */
async function filesOf({ roomId, customerIsFixed }: WizardContext, { host }: Scene): Promise<RoomFile[]> {
  const found = customerIsFixed ? await listFiles(host, roomId) : [];
  return found.flatMap(({ file }) => (file.name && file.type ? file : []));
}

/** Whether the template can be sent with the given values. */
export async function checkForm(context: WizardContext, scene: Scene): Promise<SendTemplateEvent> {
  const form = await formOf(scene, context);
  const refusal = refusalOf(form?.template, await scene.host.memory.settings.get('hiddenTemplates'));
  if (!form || refusal) {
    return { type: 'GONE', notice: refusal ?? { key: 'templates:stoppedGone' } };
  }
  const news = newsOf(form.template, context, scene);
  if (news?.type === 'OUTDATED') {
    return news;
  }
  return Object.keys(form.problems).length > 0
    ? { type: 'FAILED', problems: form.problems }
    : (news ?? { type: 'VALID' });
}

/**
 * Sends the template, once. It is checked again first: it may have been paused, changed or moved to another category
 * since it was chosen.
 */
export async function sendIt(context: WizardContext, scene: Scene): Promise<SendTemplateEvent> {
  const { host, user } = scene;
  const number = await numberOf(host, context.number);
  const form = await formOf(scene, context);
  const refusal = refusalOf(form?.template, await scene.host.memory.settings.get('hiddenTemplates'));
  if (!form || refusal) {
    return { type: 'GONE', notice: refusal ?? { key: 'templates:stoppedGone' } };
  }
  const news = newsOf(form.template, context, scene);
  if (news) {
    return news;
  }
  const { customer } = context;
  if (!number || !customer) {
    return refused({ key: 'errors:numberGone', params: { number: formatPhone(context.number ?? '') } });
  }
  try {
    const { template, values, inputs, raw } = form;
    const outcome = await sendTemplate(host, {
      number,
      customer: customer.isPhone ? { waId: customer.id } : { userId: customer.id },
      template,
      values,
      key: context.sendId,
      sender: user,
      target: { agent: user.username },
      // The form shows the error. A card in the room would stay there even when the next try succeeds.
      toldByCaller: 'refusals',
    });
    if (outcome.state === 'invalid') {
      return { type: 'FAILED', problems: problemsOf(inputs, raw, outcome.problems) };
    }
    if (outcome.state === 'outdated') {
      const reason = describeError(outcome.error, scene.t);
      const { key, params } = await refresh(scene, context.number);
      return {
        type: 'OUTDATED',
        notice: { key: 'templates:outdated', params: { reason, read: scene.t(key, params) } },
      };
    }
    if (outcome.state === 'refused') {
      return refused({ key: outcome.error.key, params: outcome.error.params });
    }
    const { name, language } = template;
    // A one-time code is the recipient's secret, so it is not kept.
    const kept = inputs.filter(({ field }) => field.input.kind !== 'oneTimeCode');
    const given = Object.fromEntries(kept.map(({ id, part }) => [part, raw(id)]));
    await noteTemplateUse(host, user.id, { number: number.digits, name, language, at: Date.now(), values: given });
    const { event, key } = outcomes[outcome.state];
    await tellInRoom(context, scene, key);
    return { type: event };
  } catch (error) {
    host.logger.error('A template could not be sent:', String(error));
    return refused({ key: 'errors:bug' });
  }
}

/** What the person reads of a message that was not refused. */
const outcomes = {
  sent: { event: 'SENT', key: 'templates:sent' },
  waiting: { event: 'QUEUED', key: 'templates:queued' },
  underway: { event: 'QUEUED', key: 'templates:queued' },
  uncertain: { event: 'UNSURE', key: 'templates:unsure' },
} as const;

/** With a typed recipient there may be no open conversation that shows the message. */
async function tellInRoom(context: WizardContext, { host, user, t }: Scene, key: string): Promise<void> {
  if (!context.customerIsFixed) {
    await notifyByIds(host, { userId: user.id, roomId: context.roomId }, { text: t(key, outcomeParams(context)) });
  }
}

/** The parameters of the sentences about the result. */
export function outcomeParams({ customer, template }: WizardContext): Record<string, string> {
  return { recipient: customer?.name ?? formatPhone(customer?.id ?? ''), template: template?.name ?? '' };
}

function refused(notice: Problem): SendTemplateEvent {
  return { type: 'REFUSED', notice, sendId: randomUUID() };
}

async function refresh(scene: Scene, digits: string | undefined): Promise<Problem> {
  const { host, t } = scene;
  const number = await numberOf(host, digits);
  if (!number) {
    return { key: 'errors:numberGone', params: { number: formatPhone(digits ?? '') } };
  }
  const said = await refreshByHand(host, number, t);
  forgetRead(host);
  return said;
}
