import type { Answer } from '../api/Answer';
import { metaErrorCodes } from './metaErrorCodes';
import type { MetaRefusal } from './MetaRefusal';
import { traceId } from './traceId';

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
