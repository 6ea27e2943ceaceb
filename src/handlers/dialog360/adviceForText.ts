import type { ErrorAdvice } from '../errors/ErrorAdvice';
import { refused } from '../errors/refused';

/**
 * Texts of 360dialog's own, which come without a code: its limiter for instance answers 400 and a sentence.
 * Source: https://docs.360dialog.com/docs/messaging/api-error-message-list
 */
const texts: readonly (readonly [pattern: RegExp, advice: ErrorAdvice])[] = [
  [/invalid api[ _-]?key|missing d360-api-key|api_key or token expired/i, refused('keyRefused')],
  [
    /exceeded the (endpoint rate )?limit/i,
    { kind: 'refused', retry: 'later', retryAfterMs: 60_000, key: 'errors:callsLimited' },
  ],
  [/lack of payment/i, refused('paymentProblem')],
  [/whatsapp for business api has been disabled/i, refused('accountBlocked')],
  [/endpoint is blocked|this url .{0,300}is blocked/i, refused('endpointBlocked')],
  [
    /whatsapp for business api not available/i,
    { kind: 'unreachable', retry: 'later', retryAfterMs: 5000, key: 'errors:whatsappDown' },
  ],
];

/** What a known sentence of 360dialog means; undefined for any other text. */
export function adviceForText(text: string): ErrorAdvice | undefined {
  return texts.find(([pattern]) => pattern.test(text))?.[1];
}
