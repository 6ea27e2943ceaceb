import * as v from 'valibot';
import type { AppErrorFacts, ErrorAdvice } from '../core/errors/AppError';
import { AppError } from '../core/errors/AppError';
import { findAdvice, refused } from '../core/errors/errorCodes';
import type { HttpAnswer } from './Connection';
import { bytesOf } from './fetchDirectly';
import { hideKey } from './readUnreachable';

const UNKNOWN = refused('refused');
/** Milliseconds before a retry when Meta calls a failure transient and does not say how long it lasts. */
const TRANSIENT_PAUSE = 2000;

/** A refusal of Meta or 360dialog, from an HTTP answer or from the `errors` of a failed status. */
interface Refusal extends Pick<AppErrorFacts, 'code' | 'status' | 'cause' | 'retryAfterMs'> {
  subcode?: number;
  /** The most precise text of the answer; the code or the status if there is no text. */
  details?: string;
  /** Meta's `is_transient`: the same request may pass later. */
  transient?: boolean;
}

/**
 * The error for a refusal. The code decides its meaning. Without a known code `otherwise` decides, and the text of an
 * unknown code is kept, so that nothing is lost.
 */
export function createRefusal(refusal: Refusal, otherwise: ErrorAdvice = UNKNOWN): AppError {
  const { code, subcode, status, details, transient, cause } = refusal;
  // Code 0 is "authentication failed" with 401; with other statuses it only means that there is no better code.
  const telling = code !== undefined && (code !== 0 || status === undefined || status === 401);
  const advice = (telling ? findAdvice(code, subcode) : undefined) ?? otherwise;
  const retry = transient && advice.key === UNKNOWN.key ? 'later' : advice.retry;
  return new AppError({
    ...advice,
    retry,
    retryAfterMs: retry === 'later' ? (refusal.retryAfterMs ?? advice.retryAfterMs ?? TRANSIENT_PAUSE) : undefined,
    params: { details: details ?? nameOf(code, status), ...(code === undefined ? {} : { code }) },
    code,
    status,
    cause,
  });
}

function nameOf(code: number | undefined, status: number | undefined): string {
  return code === undefined ? `HTTP ${status ?? '?'}` : `(#${code})`;
}

/** Characters. It fits Meta's longest explanation, but not an HTML page. */
const LONGEST_DETAILS = 500;

/**
 * Turns any answer that is not a success into an `AppError`. It understands Meta's errors as 360dialog relays them,
 * 360dialog's own `{error: text}`, both spellings of its `meta` envelope, `{errors: [...]}` of the on-premise API,
 * plain text, HTML, empty bodies and JSON that breaks off. The meaning comes from the code, else from the text, else
 * from the HTTP status. A status inside the body does not count: for a refused key the body says 404 and the response
 * 401.
 */
export function readFailure(response: HttpAnswer, apiKey: string): AppError {
  const status = response.statusCode;
  const answer = readAnswer(response);
  const parsed = v.safeParse(failureSchema, answer.json);
  const { code, subcode, transient, details: said } = parsed.success ? parsed.output : {};
  const details = hideKey(said ?? readText(answer.text ?? ''), apiKey).slice(0, LONGEST_DETAILS);
  return createRefusal(
    {
      code,
      subcode,
      transient,
      status,
      details: details === '' ? undefined : details,
      retryAfterMs: readRetryAfter(response.headers),
    },
    adviceForText(details) ?? adviceForStatus(status),
  );
}

interface Failure {
  code?: number;
  subcode?: number;
  transient?: boolean;
  /** The most precise text of the answer. */
  details?: string;
}

/** A value of the wrong type counts as missing, so that the rest of the failure can be read. */
const text = v.fallback(v.optional(v.pipe(v.string(), v.trim())), undefined);
/** On-premise style bodies write codes as strings. */
const code = v.fallback(
  v.optional(v.pipe(v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]), v.transform(Number), v.integer())),
  undefined,
);

const first = (...texts: (string | undefined)[]): string | undefined => texts.find((found) => !!found);

/** Meta's error as 360dialog relays it. It often has only `{message, code}`. */
const graph = v.pipe(
  v.object({
    error: v.object({
      code,
      error_subcode: code,
      message: text,
      error_user_title: text,
      error_user_msg: text,
      is_transient: v.fallback(v.optional(v.boolean()), undefined),
      error_data: v.fallback(v.optional(v.object({ details: text })), undefined),
    }),
  }),
  v.transform(({ error }): Failure => ({
    code: error.code,
    subcode: error.error_subcode,
    transient: error.is_transient,
    details: first(error.error_data?.details, error.error_user_msg, error.message, error.error_user_title),
  })),
);

/** 360dialog's own error, since its messaging API 1.38. */
const plain = v.pipe(
  v.object({ error: v.string() }),
  v.transform(({ error }): Failure => ({ details: first(error.trim()) })),
);

/** 360dialog's older envelope, in two spellings. Its status is not reliable. */
const envelope = v.pipe(
  v.object({ meta: v.object({ developer_message: text, developerMessage: text }) }),
  v.transform(({ meta }): Failure => ({ details: first(meta.developer_message, meta.developerMessage) })),
);

const onPremise = v.pipe(
  v.object({ errors: v.pipe(v.array(v.object({ code, title: text, message: text, details: text })), v.minLength(1)) }),
  v.transform(({ errors: [error] }): Failure => ({
    code: error?.code,
    details: first(error?.details, error?.message, error?.title),
  })),
);

const message = v.pipe(
  v.object({ message: v.string() }),
  v.transform((body): Failure => ({ details: first(body.message.trim()) })),
);

/** All known JSON bodies of 360dialog's failures, as one shape. */
const failureSchema = v.union([graph, plain, envelope, onPremise, message]);

/**
 * Sentences of 360dialog that come without a code. Its rate limiter, for instance, answers 400 and a sentence.
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

/** The meaning of a known sentence of 360dialog; undefined for any other text. */
export function adviceForText(text: string): ErrorAdvice | undefined {
  return texts.find(([pattern]) => pattern.test(text))?.[1];
}

const byStatus: Readonly<Record<number, ErrorAdvice>> = {
  401: refused('keyRefused'),
  402: refused('paymentProblem'),
  403: refused('permissionMissing'),
  404: refused('notFound'),
  410: refused('notFound'),
  408: { kind: 'unreachable', retry: 'later', retryAfterMs: 2000, key: 'errors:timedOut' },
  413: refused('tooLarge'),
  429: { kind: 'refused', retry: 'later', retryAfterMs: 60_000, key: 'errors:callsLimited' },
  504: { kind: 'unreachable', retry: 'later', retryAfterMs: 5000, key: 'errors:timedOut' },
};

/** The meaning of an HTTP status, for answers with neither a code nor a known sentence. */
export function adviceForStatus(status: number): ErrorAdvice {
  const outage: ErrorAdvice = { kind: 'unreachable', retry: 'later', retryAfterMs: 5000, key: 'errors:dialog360Down' };
  return byStatus[status] ?? (status >= 500 ? outage : refused('refused'));
}

/** The body of an answer: its JSON, else its text. JSON that breaks off is text. */
type Answer = { json: unknown; text?: undefined } | { json?: undefined; text: string };

/**
 * Reads a body, whatever the host made of it. Rocket.Chat fills `data` only for JSON content types and leaves the text in
 * `content`. If the request asked for bytes (`encoding: null`), `content` is a Buffer even for an error in JSON.
 */
export function readAnswer(response: HttpAnswer): Answer {
  const data: unknown = response.data;
  if (data !== undefined && data !== null) {
    return typeof data === 'string' ? { text: data } : { json: data };
  }
  const content: unknown = response.content;
  const text = typeof content === 'string' ? content : bytesOf(content).toString('utf8');
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { json } : { text };
  } catch {
    return { text };
  }
}

/** The readable text of a body that is not JSON: plain text as it is, an HTML page's title, '' for truncated JSON. */
export function readText(body: string): string {
  const text = body.trim();
  if (/^[{[]/.test(text)) {
    return '';
  }
  if (!text.startsWith('<')) {
    return text;
  }
  const title = /<title[^<>]*>([^<]*)<\/title>/i.exec(text)?.[1];
  return (title ?? '').trim();
}

/** The milliseconds of a `Retry-After` header, which gives seconds or a date. Undefined without a usable header. */
export function readRetryAfter(headers: Record<string, string> | undefined, now = Date.now()): number | undefined {
  const name = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === 'retry-after');
  const value = name === undefined ? undefined : headers?.[name]?.trim();
  if (!value) {
    return undefined;
  }
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? milliseconds : undefined;
}

const optionalText = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined);

/** One entry of the `errors` of a status. Meta puts `details` into `error_data` or beside it. */
const statusErrorSchema = v.object({
  code: v.fallback(
    v.optional(v.pipe(v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]), v.transform(Number), v.integer())),
    undefined,
  ),
  title: optionalText,
  message: optionalText,
  details: optionalText,
  error_data: v.fallback(v.optional(v.object({ details: optionalText })), undefined),
});

/**
 * The error for a message that failed after it was accepted, from the `errors` of its status. Of several entries the
 * first one with a code counts. A status without entries still gives an error: a failure is never silent. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
export function readStatusError(errors: unknown): AppError {
  const entries = (Array.isArray(errors) ? errors : []).flatMap((entry: unknown) => {
    const parsed = v.safeParse(statusErrorSchema, entry);
    return parsed.success ? [parsed.output] : [];
  });
  const error = entries.find(({ code }) => code !== undefined) ?? entries[0];
  const details = error?.error_data?.details ?? error?.details ?? error?.message ?? error?.title;
  return error?.code === undefined && details === undefined
    ? new AppError({ kind: 'refused', retry: 'no', key: 'errors:failedWithoutReason' })
    : createRefusal({ code: error?.code, details });
}
