import { randomBytes } from 'node:crypto';
import type { Answer } from '../api/Answer';
import type { Switches } from '../switches/Switches';
import { metaErrorCodes } from './metaErrorCodes';

/** Why Meta says no; {@link metaError} turns it into an answer, {@link statusErrors} into a failed status. */
export interface MetaRefusal {
  code: number;
  /** Replaces the code's usual message (without the `(#code) ` in front). */
  message?: string;
  /** `error_data.details`: the sentence that tells what is wrong. */
  details?: string;
  subcode?: number;
  /** Replaces the code's usual HTTP status. */
  status?: number;
  userTitle?: string;
  userMessage?: string;
}

/** Codes that Meta writes into the message itself come as `(#code) title`. */
const UNNUMBERED = new Set([0, 1, 2, 4, 190]);

/** The answer in Meta's error shape, as 360dialog relays it. */
export function metaError(refusal: MetaRefusal): Answer {
  const known = metaErrorCodes[refusal.code];
  const title = refusal.message ?? known?.title ?? 'Generic user error';
  const details = refusal.details ?? (refusal.message ? undefined : known?.details);
  return {
    status: refusal.status ?? known?.status ?? 400,
    json: {
      error: {
        message:
          UNNUMBERED.has(refusal.code) || title.startsWith('Unsupported ') ? title : `(#${refusal.code}) ${title}`,
        type: refusal.subcode === 33 ? 'GraphMethodException' : 'OAuthException',
        code: refusal.code,
        ...(refusal.subcode !== undefined && { error_subcode: refusal.subcode }),
        ...(details !== undefined && { error_data: { messaging_product: 'whatsapp', details } }),
        ...(known?.transient && { is_transient: true }),
        ...(refusal.userTitle !== undefined && { is_transient: false, error_user_title: refusal.userTitle }),
        ...(refusal.userMessage !== undefined && { error_user_msg: refusal.userMessage }),
        fbtrace_id: traceId(),
      },
    },
  };
}

/** An `fbtrace_id` as Meta makes them: 23 characters, base64url. */
function traceId(): string {
  return `A${randomBytes(17).toString('base64url').slice(0, 22)}`;
}

/** Meta's answer for an id that is not there: code 100, subcode 33, GraphMethodException. */
export function objectMissing(method: 'get' | 'post' | 'delete', id: string): MetaRefusal {
  return {
    code: 100,
    subcode: 33,
    message: `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
  };
}

/**
 * 401 and 403 as 360dialog gives them: today's shape, or the legacy one, whose body says `httpCode` 404 for a bad key
 * although HTTP says 401 (docs.360dialog.com, API error message list).
 */
export function accessError(status: 401 | 403, text: string, shape: Switches['authErrorShape']): Answer {
  if (shape === 'error') return providerError(status, text);
  const developerMessage = status === 401 ? 'Invalid api_key or token expired' : text;
  return { status, json: { meta: { httpCode: status === 401 ? 404 : status, developerMessage, success: false } } };
}

/** 360dialog's own errors today: `{error:"…"}` (its OpenAPI calls it `utils.ErrorResp`). */
export function providerError(status: number, text: string): Answer {
  return { status, json: { error: text } };
}
