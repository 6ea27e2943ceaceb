import * as v from 'valibot';

interface Failure {
  code?: number;
  subcode?: number;
  transient?: boolean;
  /** The most precise text of the answer. */
  details?: string;
}

/** Whatever else stands where a text or a code should be counts as nothing: the rest of the failure is still told. */
const text = v.fallback(v.optional(v.pipe(v.string(), v.trim())), undefined);
/** On-premise style bodies write codes as strings. */
const code = v.fallback(
  v.optional(v.pipe(v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]), v.transform(Number), v.integer())),
  undefined,
);

const first = (...texts: (string | undefined)[]): string | undefined => texts.find((found) => !!found);

/** Meta's error as 360dialog relays it; `{message, code}` alone occurs too. */
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

/** 360dialog's own, since its messaging API 1.38. */
const plain = v.pipe(
  v.object({ error: v.string() }),
  v.transform(({ error }): Failure => ({ details: first(error.trim()) })),
);

/** 360dialog's older envelope, in two spellings. Its own status is not believed. */
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

/** Any JSON body of a failure that 360dialog is known to send, as one shape. */
export const failureSchema = v.union([graph, plain, envelope, onPremise, message]);
