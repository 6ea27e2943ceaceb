import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { pause } from '../../core/durations';
import { findByAbout } from '../../core/records/entries';
import type { Entry } from '../../core/records/Entry';
import { makeOnce } from '../../core/records/leases';
import { createTranslator } from '../../core/translator';
import type { ConnectedNumber } from '../../numbers/numbers';
import { fetchTemplates } from '../../numbers/templates/fetchTemplates';
import { findTemplate } from '../../numbers/templates/templates';
import type { Target } from '../../omnichannel/conversations/awaited';
import { withRoles } from '../../omnichannel/roles';
import type { PersonOutcome, TemplateJob, TemplatePerson } from '../../outbound/bulk/templateJobs';
import {
  aboutTemplate,
  findJobByKey,
  findPeople,
  fingerprint,
  placeOf,
  storeJob,
} from '../../outbound/bulk/templateJobs';
import { errorOf, sendSoon } from '../../outbound/templates/templateQueue';
import { phoneVariants, readPhoneNumber, sameCustomer } from '../../whatsapp/phoneNumbers';
import type { TemplateRequest } from '../../whatsapp/templateRequest';
import { readTemplateRequest } from '../../whatsapp/templateRequest';
import { readTemplateComponents } from '../../whatsapp/templateValues';
import { headerOf, mayAskForTemplates } from './mayAskForTemplates';

/** Milliseconds for which the answer waits for WhatsApp's results. Later results go to the status endpoint. */
const PATIENCE = 1_200;

/** Milliseconds for which an idempotency key stands for its first request. */
const KEY_LIFE = 24 * 60 * 60 * 1_000;

/** WhatsApp's code for a recipient whom it cannot reach, usually because they are not on WhatsApp. */
const NOT_ON_WHATSAPP = 131026;

/** An invalid request. The message is the text of the published contract. */
class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    message: string,
    readonly status: 400 | 401 | 403 = 400,
  ) {
    super(message);
  }
}

/** A valid request. */
interface Order {
  number: ConnectedNumber;
  request: TemplateRequest;
  components: Record<string, unknown>[];
  values: TemplateJob['values'];
  target: Target | undefined;
  people: TemplatePerson[];
  invalid: string[];
}

/**
 * `POST templateMessage`: sends a template to up to 250 people, as Rocket.Chat's own WhatsApp apps publish it. An
 * invalid request is refused before anything is sent. A valid one is stored before the answer and sent at the number's
 * rate. Additions to the published contract: `Idempotency-Key`, a secret or a login if the settings require it, and
 * `results: "detailed"`.
 */
export async function templateMessage(host: Host, request: IApiRequest): Promise<IApiResponse> {
  try {
    const forbidden = await mayAskForTemplates(host, request);
    if (forbidden) {
      throw new RequestError(forbidden.error, forbidden.status);
    }
    const read = readTemplateRequest(request.content);
    if (!read.ok) {
      throw new RequestError(read.error);
    }
    const job = await jobOf(host, read.request, headerOf(request, 'idempotency-key')?.trim());
    if (job.state === 'running') {
      // Not awaited to the end: the stored job runs in any case.
      await Promise.race([sendSoon(host, job.number), pause(PATIENCE)]);
    }
    return json(200, await answerOf(host, job, read.request));
  } catch (error) {
    if (error instanceof RequestError) {
      return json(error.status, { success: false, error: error.message });
    }
    host.logger.error('A request for templates could not be carried out:', String(error));
    const details = describeError(error, createTranslator('en'));
    return json(500, { success: false, error: `Error occurred while processing request. Details: ${details}` });
  }
}

function json(status: number, content: object): IApiResponse {
  return { status, headers: { 'Content-Type': 'application/json' }, content };
}

/** The stored job of a request. A known idempotency key returns the earlier job, and nothing is sent again. */
async function jobOf(host: Host, request: TemplateRequest, key: string | undefined): Promise<TemplateJob> {
  if (!key) {
    return make(host, request, {});
  }
  const facts = { key: fingerprint(key), request: fingerprint(JSON.stringify(request)) };
  const job = await makeOnce(host, `template key ${facts.key}`, {
    find: async () => {
      const known = await findJobByKey(host, facts.key);
      return known && known.createdAt > Date.now() - KEY_LIFE ? known : undefined;
    },
    make: () => make(host, request, facts),
  });
  if (job.request !== facts.request) {
    throw new RequestError('Error! This "Idempotency-Key" came with another request before');
  }
  return job;
}

async function make(
  host: Host,
  request: TemplateRequest,
  facts: Pick<TemplateJob, 'key' | 'request'>,
): Promise<TemplateJob> {
  const { number, components, values, target, people, invalid } = await check(host, request);
  const { name, language } = request.template;
  const job = { origin: 'rest', number: number.digits, template: { name, language }, components, values } as const;
  return storeJob(host, { ...job, ...facts, target, invalid }, people);
}

/** @throws RequestError for the first fault, in the order of the contract */
async function check(host: Host, request: TemplateRequest): Promise<Order> {
  const target = await targetOf(host, request);
  const number = await senderOf(host, request.connectedWhatsAppNo);
  const { components, values } = await partsOf(host, number, request);
  return { number, request, components, values, target, ...peopleOf(request.phoneNumbers) };
}

async function targetOf(host: Host, { targetAgent, targetDepartment }: TemplateRequest): Promise<Target | undefined> {
  if (targetAgent !== undefined && !(await isAgentThere(host, targetAgent))) {
    throw new RequestError(`No Agent found with username ${targetAgent}`);
  }
  const department =
    targetDepartment === undefined
      ? undefined
      : await host.read.getLivechatReader().getLivechatDepartmentByIdOrName(targetDepartment);
  if (targetDepartment !== undefined && !department?.enabled) {
    throw new RequestError(`No Department found with id/Name ${targetDepartment}`);
  }
  return targetAgent === undefined && department === undefined
    ? undefined
    : { agent: targetAgent, departmentId: department?.id };
}

async function isAgentThere(host: Host, username: string): Promise<boolean> {
  // The result may be missing, although its type does not say so.
  const user: IUser | undefined = await host.read.getUserReader().getByUsername(username);
  return isThere(user) && (await withRoles(host, user)).roles.includes('livechat-agent');
}

function isThere(user: IUser | null | undefined): user is IUser {
  return user !== null && user !== undefined;
}

async function senderOf(host: Host, written: string): Promise<ConnectedNumber> {
  const phone = readPhoneNumber(written);
  const named = `Connected WhatsApp Number (connectedWhatsAppNo) i.e. ${written}`;
  if (!phone.ok) {
    throw new RequestError(`${named} is not a valid WhatsApp contact. Contact Status is invalid`);
  }
  const numbers = await host.memory.numbers.get(host);
  const number = numbers.find(({ digits }) => sameCustomer(digits, phone.value.digits));
  if (!number) {
    throw new RequestError(
      `Error! ${named} has not been registered yet on Rocket.Chat. Please goto #omnichannel-whatsapp-cloud-api-setup channel and connect this WhatsApp number first there before sending this request again.`,
    );
  }
  return number;
}

async function partsOf(
  host: Host,
  number: ConnectedNumber,
  { template }: TemplateRequest,
): Promise<Pick<Order, 'components' | 'values'>> {
  const { name, language } = template;
  const find = () => findTemplate(host, number.digits, name, language);
  let known = await find();
  if (known?.status !== 'APPROVED') {
    // The template may be new or just approved. If reading the list takes too long, the request is sent unchecked and
    // WhatsApp decides.
    const isRead = await Promise.race([
      fetchTemplates(host, number).then(() => true),
      pause(PATIENCE).then(() => false),
    ]);
    known = await find();
    const named = `The template "${name}" in the language "${language}"`;
    if (isRead && !known) {
      throw new RequestError(`Error! ${named} does not exist at ${number.digits}`);
    }
    if (isRead && known && known.status !== 'APPROVED') {
      throw new RequestError(`Error! ${named} cannot be sent: its status is ${known.status}`);
    }
  }
  const { components, values, problems } = readTemplateComponents(template.components, known?.definition, Date.now());
  if (problems.length > 0) {
    throw new RequestError(`Error! The template does not fit: ${problems.join('; ')}`);
  }
  return { components, values };
}

/** Lists each phone once, whatever its spelling. Texts that are not phones are reported without their plus sign. */
function peopleOf(phoneNumbers: readonly string[]): Pick<Order, 'people' | 'invalid'> {
  const people: TemplatePerson[] = [];
  const invalid: string[] = [];
  const known = new Set<string>();
  for (const written of phoneNumbers) {
    const phone = readPhoneNumber(written);
    if (!phone.ok) {
      invalid.push(written.replace(/\D/g, '') || written);
    } else if (!known.has(phone.value.digits)) {
      phoneVariants(phone.value.digits).forEach((variant) => known.add(variant));
      people.push({ waId: phone.value.digits });
    }
  }
  return { people, invalid: [...new Set(invalid)] };
}

async function answerOf(host: Host, job: TemplateJob, { isDetailed }: TemplateRequest): Promise<object> {
  const people = await peopleNow(host, job);
  const unreached = people.filter(({ outcome }) => outcome?.code === NOT_ON_WHATSAPP).map(({ waId }) => waId);
  const invalidContacts = [...(job.invalid ?? []), ...unreached];
  return {
    success: true,
    ...(invalidContacts.length > 0 ? { invalidContacts } : {}),
    ...(isDetailed ? { results: [...people.map(resultOf), ...(job.invalid ?? []).map(invalidResult)] } : {}),
  };
}

/**
 * A job's people with the results of their messages. For people whose message had to wait, the result is read from
 * other records: one more round trip for each batch with such people.
 */
async function peopleNow(host: Host, job: TemplateJob): Promise<TemplatePerson[]> {
  const people = await findPeople(host, job.id);
  const batchOf = (position: number) => placeOf(job, position).batch;
  const waiting = people.flatMap(({ outcome }, at) => (outcome?.state === 'waiting' ? [batchOf(at)] : []));
  const read = [...new Set(waiting)].map(async (batch) => {
    const records = await findByAbout(host, aboutTemplate(`${job.id} ${batch}`));
    return [batch, records] as const;
  });
  const records = new Map(await Promise.all(read));
  return people.map((person, at) => {
    const own = (records.get(batchOf(at)) ?? []).filter(
      (entry) => 'piece' in entry && entry.piece === `to ${person.waId}`,
    );
    return person.outcome?.state === 'waiting'
      ? { ...person, outcome: outcomeSince(own.at(-1)) ?? person.outcome }
      : person;
  });
}

function outcomeSince(record: Entry | undefined): PersonOutcome | undefined {
  if (record?.kind === 'link') {
    return { state: 'sent', msId: record.wamid };
  }
  if (record?.kind === 'refusal') {
    const { key, params, code } = record;
    return { state: 'failed', key, params, code };
  }
  return record?.kind === 'outbox' && record.told === true
    ? { state: 'uncertain', key: 'errors:maybeSent' }
    : undefined;
}

function resultOf({ waId, outcome }: TemplatePerson): object {
  const error = outcome && errorOf(outcome);
  return {
    phoneNumber: waId,
    status: outcome === undefined || outcome.state === 'waiting' ? 'queued' : outcome.state,
    ...(outcome?.msId === undefined ? {} : { msId: outcome.msId }),
    ...(error ? { error: describeError(error, createTranslator('en')) } : {}),
  };
}

function invalidResult(phoneNumber: string): object {
  return { phoneNumber, status: 'invalid', error: 'This is no phone number with a country code' };
}
