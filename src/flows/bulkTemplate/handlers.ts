import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads';
import type { SnapshotFrom } from 'xstate';
import type { Problem, Result } from '../../handlers/core/errors/AppError';
import { AppError } from '../../handlers/core/errors/AppError';
import type { Host } from '../../handlers/core/Host';
import { connectionOf } from '../../handlers/numbers/connectionOf';
import type { ConnectedNumber } from '../../handlers/numbers/numbers';
import { mayBulk } from '../../handlers/omnichannel/roles';
import { showSize } from '../../handlers/omnichannel/files/mediaRules';
import { columnFor, MOST_BYTES, phoneColumnOf, readCsv, readPasted } from '../../handlers/outbound/bulk/recipientList';
import type { RecipientList } from '../../handlers/outbound/bulk/recipientList';
import { tellProgress } from '../../handlers/outbound/bulk/tellBulk';
import { sendSoon } from '../../handlers/outbound/templates/templateQueue';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { TemplateJob } from '../../handlers/outbound/bulk/templateJobs';
import { removeDraft, storeJob, wishFor } from '../../handlers/outbound/bulk/templateJobs';
import type { CachedTemplate } from '../../handlers/numbers/templates/templates';
import { readKeptTemplate } from '../../handlers/numbers/templates/templates';
import type { Upload } from '../../handlers/outbound/templates/bringHeaderFiles';
import { bringHeaderFiles } from '../../handlers/outbound/templates/bringHeaderFiles';
import { refusalOf, seenOf } from '../../handlers/numbers/templates/sendableTemplates';
import type { bulkTemplate, BulkTemplateEvent } from '../../machines/bulkTemplate';
import type { Scene } from '../Flow';
import { forgetRead, numberOf, templateOf, useKept } from '../sendTemplate/lookup';
import type { FormInput } from '../sendTemplate/formInputs';
import { inputsOf } from '../sendTemplate/formInputs';
import { suggestFor } from '../sendTemplate/suggestions';
import { canDiffer, columnId, FILE, lookThrough, NONE, NUMBERS, PHONE } from './lookThrough';

type ListContext = SnapshotFrom<typeof bulkTemplate>['context'];

/** Reads the list, and says what there is to fill in. */
export async function readList(context: ListContext, scene: Scene): Promise<BulkTemplateEvent> {
  const { host, t, user } = scene;
  const kept = chosenFile(context) === undefined ? undefined : readKeptTemplate(context.kept);
  if (kept) {
    useKept(host, context.number, kept);
  }
  const template = await templateOf(host, context);
  const refusal = refusalOf(template, await host.memory.settings.get('hiddenTemplates'));
  if (!template || refusal) {
    return { type: 'GONE', notice: refusal ?? { key: 'templates:stoppedGone' } };
  }
  const list = await listOf(context, scene);
  if (!list.ok) {
    return { type: 'UNREADABLE', problems: { [list.at]: list.error } };
  }
  const { columns } = list.value;
  const phone = phoneColumnOf(list.value);
  const inputs = inputsOf(template, t);
  const number = await numberOf(host, context.number);
  const known = {
    agent: user.name || user.username,
    department: number?.departmentName,
    number: formatPhone(context.number),
  };
  const suggested: Record<string, string> = phone === undefined ? {} : { [PHONE]: phone };
  for (const input of inputs) {
    suggested[input.id] = suggestFor(input, template.definition, known).first?.text ?? '';
    const { field } = input;
    if (canDiffer(input) && field.input.kind === 'text') {
      suggested[columnId(input)] = columnFor(field.input.variable, columns) ?? NONE;
    }
  }
  const isPhoneKnown = columns.length === 0 || phone !== undefined;
  return { type: 'READ', columns, hasForm: inputs.length > 0 || !isPhoneKnown, suggested };
}

/** Looks through the list and stores the people, those who are left out with the reason. Nothing is sent. */
export async function checkList(context: ListContext, scene: Scene): Promise<BulkTemplateEvent> {
  const { host, user } = scene;
  // The step before may have used a kept one.
  forgetRead(host);
  const template = await templateOf(host, context);
  const refusal = refusalOf(template, await host.memory.settings.get('hiddenTemplates'));
  if (!template || refusal) {
    return { type: 'GONE', notice: refusal ?? { key: 'templates:stoppedGone' } };
  }
  const number = await numberOf(host, context.number);
  if (!number) {
    return { type: 'GONE', notice: { key: 'errors:numberGone', params: { number: formatPhone(context.number) } } };
  }
  const list = await listOf(context, scene);
  if (!list.ok) {
    return { type: 'UNREADABLE', problems: { [list.at]: list.error } };
  }
  const looked = await lookThrough(scene, { list: list.value, template, number, context });
  if (!looked.ok) {
    return { type: 'FAILED', problems: looked.problems };
  }
  const { people, skipped, report } = looked;
  const brought = await bringFiles(context, scene, { number, template, values: looked.values });
  if (!brought.ok) {
    return { type: 'FAILED', problems: brought.problems };
  }
  const job = await storeJob(
    host,
    {
      origin: 'bulk',
      number: number.digits,
      template: context.template,
      values: brought.values,
      seen: seenOf(template),
      sentBy: { id: user.id, name: user.name, username: user.username },
      roomId: context.roomId,
    },
    people,
    skipped,
  );
  return { type: 'CHECKED', report, job: job.id };
}

/**
 * Uploads the files of the template's headers to Meta, once for everybody. Only files that the person posted in this
 * room may go to a list, whatever file the client names: a customer's file must not reach other customers.
 */
async function bringFiles(
  { roomId }: ListContext,
  { host, user, t }: Scene,
  { number, template, values }: { number: ConnectedNumber; template: CachedTemplate; values: TemplateJob['values'] },
): Promise<{ ok: true; values: TemplateJob['values'] } | { ok: false; problems: Record<string, Problem> }> {
  const isOwn = ({ room, user: owner }: Upload) => room.id === roomId && owner?.id === user.id;
  try {
    const connection = await connectionOf(host, number);
    const allowed = { is: isOwn, refusal: 'bulk:fileGone' };
    const { definition } = template;
    const brought = await bringHeaderFiles(host, connection, { number: number.digits, allowed, definition, values });
    const given = Object.entries(brought).flatMap(([id, value]) => (value ? [[id, value] as const] : []));
    return { ok: true, values: Object.fromEntries(given) };
  } catch (error) {
    if (!(error instanceof AppError)) {
      throw error;
    }
    const isChosen = ({ kind, field }: FormInput) => {
      const value = values[field.id];
      return kind === 'file' && value?.kind === 'media' && 'upload' in value.source;
    };
    const input = inputsOf(template, t).find(isChosen);
    return { ok: false, problems: { [input?.id ?? '']: { key: error.key, params: error.params } } };
  }
}

/**
 * Starts the job, once. It checks the template, the number and the permission again, because they may have changed
 * meanwhile.
 */
export async function startList(context: ListContext, scene: Scene): Promise<BulkTemplateEvent> {
  const { host, user } = scene;
  if (!(await mayBulk(host, user))) {
    return { type: 'GONE', notice: { key: 'bulk:notAllowed' } };
  }
  const refusal = refusalOf(await templateOf(host, context), await host.memory.settings.get('hiddenTemplates'));
  if (refusal) {
    return { type: 'GONE', notice: refusal };
  }
  const started = context.job === undefined ? undefined : await wishFor(host, context.job, 'start');
  if (!started) {
    return { type: 'GONE', notice: { key: 'bulk:forgotten' } };
  }
  await tellProgress(host, started.job);
  // Not awaited: the stored job runs in any case.
  void sendSoon(host, context.number);
  return { type: 'STARTED' };
}

/** Deletes the people of a list that is not sent. */
export async function dropDraft({ job }: ListContext, { host }: Scene): Promise<void> {
  if (job !== undefined) {
    await removeDraft(host, job);
  }
}

type Read = { ok: true; value: RecipientList } | { ok: false; at: string; error: Problem };

/** The files that this call has read: a list without anything to fill in is read and looked through in one call. */
const readByCall = new WeakMap<Host, { file: string; list: Promise<Read> }>();

/** The id of the chosen file; undefined for a pasted list. */
function chosenFile({ typed }: ListContext): string | undefined {
  const file = typed[FILE] ?? NONE;
  return file === NONE ? undefined : file;
}

/** The list, either pasted or read from its file. */
async function listOf(context: ListContext, scene: Scene): Promise<Read> {
  const pasted = context.typed[NUMBERS] ?? '';
  const file = chosenFile(context);
  if (file === undefined) {
    return at(NUMBERS, readPasted(pasted));
  }
  if (pasted !== '') {
    return { ok: false, at: NUMBERS, error: { key: 'bulk:listTwice' } };
  }
  const known = readByCall.get(scene.host);
  const list = known?.file === file ? known.list : readFile(file, context, scene);
  readByCall.set(scene.host, { file, list });
  return list;
}

async function readFile(chosen: string, { files, roomId }: ListContext, scene: Scene): Promise<Read> {
  // A client may name any file, so only files that were offered and are still in this room are read.
  const file = files.find(({ id }) => id === chosen);
  const uploads = scene.host.read.getUploadReader();
  const upload = file && (await uploads.getById(file.id));
  if (!isIn(upload, roomId)) {
    return { ok: false, at: FILE, error: { key: 'bulk:fileGone' } };
  }
  if (Number(upload.size) > MOST_BYTES) {
    const params = { size: showSize(Number(upload.size), scene.t), limit: showSize(MOST_BYTES, scene.t) };
    return { ok: false, at: FILE, error: { key: 'bulk:fileTooLarge', params } };
  }
  return at(FILE, readCsv(await uploads.getBuffer(upload)));
}

/** An upload or its room may be missing, although its type does not say so. */
function isIn(upload: IUpload | undefined | null, roomId: string): upload is IUpload {
  const place: { room?: { id: string } } | undefined | null = upload;
  return place?.room?.id === roomId;
}

function at(id: string, read: Result<RecipientList>): Read {
  return read.ok ? read : { ok: false, at: id, error: read.error };
}
