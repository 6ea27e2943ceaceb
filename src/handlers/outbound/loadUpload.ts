import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Buffer } from 'buffer';
import { AppError } from '../errors/AppError';
import type { Problem } from '../errors/Problem';
import type { Host } from '../Host';
import { checkMedia, readMediaRules, showSize } from '../media/mediaRules';
import { readSandbox, weights } from '../sandbox';
import type { Translate } from '../translation/Translate';
import { translatorOf } from '../translation/translatorOf';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { ANY_BYTES, typeOfFile } from '../whatsapp/mimeTypes';
import type { FilePlan } from '../whatsapp/planFile';
import { MOST_BYTES, planFile, typeOfContent } from '../whatsapp/planFile';
import { fetchUpload } from './fetchUpload';
import type { AgentFile } from './filesOf';

/** An agent's file, ready to be brought to Meta. */
export interface LoadedFile {
  plan: FilePlan;
  bytes: Buffer;
}

/**
 * Loads a file that an agent sent and decides how it goes to WhatsApp. What may not go is not loaded, as far as it is
 * known before.
 *
 * @throws AppError with what the agent is told: the settings do not let it pass, WhatsApp takes it in no form, or it
 *   cannot be had
 */
export async function loadUpload(host: Host, told: AgentFile, room: IRoom): Promise<LoadedFile> {
  const t = await translatorOf(host);
  const size = told.size ?? Number((await host.read.getUploadReader().getById(told.id)).size);
  const file = { ...told, size };
  const rules = await readMediaRules(host);
  const type = typeOfFile(file.mimeType, file.name);
  refuse(checkMedia({ type: type === ANY_BYTES ? undefined : type, size }, rules, t));
  if (size > MOST_BYTES) {
    const params = { name: file.name, size: showSize(size, t), limit: showSize(MOST_BYTES, t) };
    refuse({ key: 'errors:fileOverLimit', params });
  }
  const bytes = await read(host, file, room, t);
  if (type === ANY_BYTES) {
    refuse(checkMedia({ type: typeOfContent({ ...file, bytes }), size }, rules, t));
  }
  const plan = planFile({ ...file, bytes, size: bytes.byteLength });
  return plan.ok ? { plan: plan.value, bytes } : refuse(plan.error);
}

function refuse(problem: Problem): never;
function refuse(problem: Problem | undefined): void;
function refuse(problem: Problem | undefined): void {
  if (problem) {
    const { key, params } = problem;
    throw new AppError({ kind: 'refused', retry: 'no', key, params: params && shown(params) });
  }
}

/** The card is Markdown; the name of a file is not. */
function shown({ name, ...others }: NonNullable<Problem['params']>): NonNullable<Problem['params']> {
  return name === undefined ? others : { ...others, name: escapeMarkdown(String(name)) };
}

/**
 * One that is too large for an engine that speaks msgpack is not asked for there: it would take the app for dead over it, start it again, and
 * the next one who looks for unsent messages would ask for it once more.
 */
async function read(host: Host, file: AgentFile & { size: number }, room: IRoom, t: Translate): Promise<Buffer> {
  const { size } = file;
  const most = readSandbox().wire === 'ipc' ? weights.mostIntoAppByIpc : weights.mostIntoApp;
  if (size <= most) {
    return host.read.getUploadReader().getBufferById(file.id);
  }
  const bytes = await fetchUpload(host, file, room);
  if (!bytes) {
    const params = { size: showSize(size, t), limit: showSize(most, t) };
    throw new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:fileOutOfReach', params });
  }
  return bytes;
}
