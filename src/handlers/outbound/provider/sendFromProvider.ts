import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { randomUUID } from 'crypto';
import { AppError } from '../../core/errors/AppError';
import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { findTemplate } from '../../numbers/templates/templates';
import { describeProblems, isHidden } from '../../numbers/templates/hiddenTemplates';
import { translatorOf } from '../../core/translator';
import { readPhoneNumber } from '../../whatsapp/phoneNumbers';
import { reportElsewhere } from '../failures/reportElsewhere';
import { sendTemplate } from '../templates/sendTemplate';
import { readOutbound } from './readOutbound';

/**
 * Sends what somebody filled in in the dialog of Outbound Messages. The dialog tells of every error only that the message
 * was not sent: why is told in words to the agent whom the conversation is for, else in the setup channel.
 *
 * @throws when WhatsApp did not take it, so that the dialog says so
 */
export async function sendFromProvider(host: Host, message: IOutboundMessage): Promise<void> {
  const { to, templateProviderPhoneNumber, template } = message;
  // The client sends an empty word for what was chosen and taken back (`RepliesForm.tsx`).
  const agentId = message.agentId || undefined;
  const departmentId = message.departmentId || undefined;
  const agent: IUser | undefined = agentId ? await host.read.getUserReader().getById(agentId) : undefined;
  const from = readPhoneNumber(templateProviderPhoneNumber);
  const digits = from.ok ? from.value.digits : '';
  const phone = readPhoneNumber(to);
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const known = await findTemplate(host, digits, template.name, template.language.code);
  const t = await translatorOf(host);
  const fail = async (error: unknown): Promise<never> => {
    const reason = describeError(error, t);
    const customer = phone.ok ? phone.value.digits : to;
    await reportElsewhere(host, { number: digits, customer }, { excerpt: template.name, reason, sender: agent });
    throw error;
  };
  const refused = (key: string, params?: Record<string, string | number>) =>
    fail(new AppError({ kind: 'refused', retry: 'no', key, params }));
  if (!number) {
    return refused('errors:numberNotConnected');
  }
  if (!phone.ok) {
    return refused(phone.error.key, phone.error.params);
  }
  if (!known) {
    return refused('templates:stoppedGone');
  }
  if (isHidden(known, await host.memory.settings.get('hiddenTemplates'))) {
    return refused('templates:stoppedHidden');
  }
  const sending = sendTemplate(host, {
    number,
    customer: { waId: phone.value.digits },
    template: known,
    values: readOutbound(template.components ?? [], known.definition),
    key: randomUUID(),
    // The server does not tell who sends. The agent who gets the answer may be somebody else.
    sender: agent && { id: agent.id },
    target: agent || departmentId ? { agent: agent?.username, departmentId } : undefined,
  });
  // Every sending reports WhatsApp's refusals itself.
  const outcome = await sending.catch(fail);
  if (outcome.state === 'invalid') {
    return refused('errors:templateParameters', { details: describeProblems(outcome.problems, t) });
  }
  if (outcome.state === 'refused' || outcome.state === 'outdated') {
    throw outcome.error;
  }
}
