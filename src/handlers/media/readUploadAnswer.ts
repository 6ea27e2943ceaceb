import * as v from 'valibot';
import { readUploadRefusal } from './readUploadRefusal';
import type { UploadOutcome } from './UploadOutcome';

/** The message that was posted with the file. */
const postedSchema = v.object({
  _id: v.pipe(v.string(), v.nonEmpty()),
  ts: v.pipe(
    v.string(),
    v.transform((text) => Date.parse(text)),
    v.finite(),
  ),
});

const refusedSchema = v.object({
  error: v.optional(v.string(), ''),
  errorType: v.optional(v.string(), ''),
  reason: v.optional(v.string(), ''),
});

/** Answers of a proxy that gave up on a server which may still be at it. */
const GAVE_UP = new Set([408, 504, 524]);

/** Also said where only files of visitors are switched off, which the engine's way does not mind. */
const SWITCHED_OFF = 'error-file-upload-disabled';

/**
 * Reads the answer to an upload (`POST /api/v1/livechat/upload/:rid`). Rocket.Chat says why it refuses; everything else
 * that is no success was said by something before it, or at least before it had the file.
 */
export function readUploadAnswer(status: number, text: string): UploadOutcome {
  const body = parseJson(text);
  if (status >= 200 && status < 300) {
    const posted = v.safeParse(postedSchema, body);
    return posted.success
      ? { kind: 'posted', file: { messageId: posted.output._id, storedAt: posted.output.ts } }
      : { kind: 'uncertain', why: `HTTP ${status} without a message` };
  }
  if (status >= 500 || status === 408) {
    return { kind: 'uncertain', why: `HTTP ${status}`, underWay: GAVE_UP.has(status) };
  }
  const said = v.safeParse(refusedSchema, body);
  const words = said.success ? [said.output.reason, said.output.errorType, said.output.error].join(' ').trim() : '';
  const problem = words.includes(SWITCHED_OFF) ? undefined : readUploadRefusal(words);
  return problem && status === 400
    ? { kind: 'refused', problem }
    : { kind: 'not-taken', why: `HTTP ${status} ${words}`.trim() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
