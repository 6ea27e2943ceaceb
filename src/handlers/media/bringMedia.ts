import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { AppError } from '../errors/AppError';
import { describeError } from '../errors/describeError';
import type { Host } from '../Host';
import type { RenderedMedia } from '../messages/RenderedMessage';
import { connectionOf } from '../outbound/connectionOf';
import type { ConnectedNumber } from '../records/numbers';
import type { Translate } from '../translation/Translate';
import { checkMedia } from './checkMedia';
import { fetchMedia } from './fetchMedia';
import { nameFile } from './nameFile';
import type { PostedFile } from './PostedFile';
import { readMediaRules } from './readMediaRules';
import { storeFile } from './storeFile';
import { typeOfFile } from './typeOfFile';

/** A customer's file on its way from WhatsApp into a room. */
export interface MediaJourney {
  number: ConnectedNumber;
  room: ILivechatRoom;
  visitor: IVisitor;
  media: RenderedMedia;
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
}

/** How it ended. Without a file there is a reason for people, and whether trying again can help. */
export type MediaOutcome =
  { kind: 'posted'; file: PostedFile } | { kind: 'room-closed' } | { kind: 'failed'; reason: string; canHelp: boolean };

/** Failures that no later attempt mends; every other one may pass, or somebody can put it right. */
const final = new Set(['media:gone', 'errors:mediaHostUnexpected']);

/** Brings a file from WhatsApp into its room, as far as the settings let it. */
export async function bringMedia(host: Host, journey: MediaJourney, t: Translate): Promise<MediaOutcome> {
  const { number, room, visitor, media, wamid, at } = journey;
  const rules = await readMediaRules(host);
  const check = (facts: { mimeType?: string; size?: number }) =>
    checkMedia({ ...facts, filename: media.filename }, rules, t);
  try {
    const early = check(media);
    const fetched = early
      ? { ok: false as const, error: early }
      : await fetchMedia(await connectionOf(host, number), media, check);
    if (!fetched.ok) {
      return { kind: 'failed', reason: t(fetched.error.key, fetched.error.params), canHelp: false };
    }
    const { bytes, mimeType } = fetched.value;
    const name = nameFile({ media, wamid, at, t }, typeOfFile(mimeType, media.filename), rules.accepts);
    const stored = await storeFile(host, { room, visitor }, { bytes, name });
    if (!stored.ok) {
      return { kind: 'failed', reason: t(stored.error.key, stored.error.params), canHelp: false };
    }
    return stored.value ? { kind: 'posted', file: stored.value } : { kind: 'room-closed' };
  } catch (error) {
    if (!(error instanceof AppError)) {
      throw error;
    }
    host.logger.warn('A file of a customer could not be fetched:', String(error));
    return { kind: 'failed', reason: describeError(error, t), canHelp: !final.has(error.key) };
  }
}
