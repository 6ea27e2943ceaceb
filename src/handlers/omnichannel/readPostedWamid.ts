import * as v from 'valibot';

const messageSchema = v.object({ customFields: v.object({ whatsapp: v.object({ wamid: v.string() }) }) });

/** The wamid that `postAsCustomer` left on a message; undefined for every other message. */
export function readPostedWamid(message: unknown): string | undefined {
  const parsed = v.safeParse(messageSchema, message);
  return parsed.success ? parsed.output.customFields.whatsapp.wamid : undefined;
}
