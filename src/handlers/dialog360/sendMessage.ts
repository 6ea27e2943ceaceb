import * as v from 'valibot';
import { AppError } from '../core/errors/AppError';
import { callDialog360, readSuccess } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './Connection';

const text = v.fallback(v.optional(v.pipe(v.string(), v.nonEmpty())), undefined);
const sentSchema = v.object({
  messages: v.pipe(v.array(v.object({ id: v.pipe(v.string(), v.nonEmpty()), message_status: text })), v.minLength(1)),
  contacts: v.fallback(v.optional(v.array(v.object({ wa_id: text, user_id: text })), []), []),
});

/** 360dialog's acceptance of a message. The delivery is reported later by statuses in webhooks. */
interface Sent {
  wamid: string;
  /** The customer's number as WhatsApp knows it. It can differ from the number in the request. */
  waId?: string;
  /** The customer's business-scoped id. */
  userId?: string;
  /** For templates: `accepted`, `held_for_quality_assessment` or `paused`. */
  messageStatus?: string;
}

/**
 * Sends one message. WhatsApp has no idempotency key: after an error with `maybeSent`, the message must not be sent
 * again before statuses had time to report its `biz_opaque_callback_data`.
 * @param message the body of `POST /messages` without `messaging_product`
 * @throws AppError as every call; `errors:maybeSent` where nobody can tell whether the message left
 */
export async function sendMessage(connection: Connection, message: object): Promise<Sent> {
  try {
    const response = await callDialog360(connection, {
      method: 'post',
      path: '/messages',
      json: { messaging_product: 'whatsapp', ...message },
      timeout: timeouts.send,
    });
    const { messages, contacts } = readSuccess(connection, sentSchema, response);
    const [contact] = contacts;
    return {
      wamid: messages[0]?.id ?? '',
      waId: contact?.wa_id,
      userId: contact?.user_id,
      messageStatus: messages[0]?.message_status,
    };
  } catch (error) {
    throw error instanceof AppError && mayHaveLeft(error) ? uncertain(error) : error;
  }
}

/** An error code shows that Meta refused the message, and 503 shows that a gateway could not pass it on. */
function mayHaveLeft({ maybeSent, status, code, key }: AppError): boolean {
  const gateway = (status ?? 0) >= 500 && status !== 503 && code === undefined && key !== 'errors:whatsappDown';
  return maybeSent || gateway || status === 408;
}

function uncertain(error: AppError): AppError {
  return error.with({
    kind: 'unreachable',
    retry: 'no',
    retryAfterMs: undefined,
    key: 'errors:maybeSent',
    maybeSent: true,
  });
}

/**
 * Marks a customer's message and all earlier ones as read. With `typing` it also shows the typing indicator until the
 * answer comes, for at most 25 seconds.
 * @param wamid of a message from the customer; one of our own is refused (`errors:contentRefused`)
 * @throws AppError as every call
 */
export async function markRead(
  connection: Connection,
  wamid: string,
  options: { typing?: boolean } = {},
): Promise<void> {
  await callDialog360(connection, {
    method: 'post',
    path: '/messages',
    json: {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: wamid,
      ...(options.typing ? { typing_indicator: { type: 'text' } } : {}),
    },
    timeout: timeouts.read,
  });
}
