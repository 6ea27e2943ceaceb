import * as v from 'valibot';
import { inboundKinds } from '../../inbound/inboundKinds';
import { receiveMessage } from '../../inbound/receiveMessage';
import type { JsonObject } from '../../json';
import { isObject } from '../../json';
import type { ControlRoute } from '../ControlRoute';
import { ControlError, findCustomer, findNumber, parseBody } from '../ControlRoute';

const request = v.object({
  number: v.string(),
  message: v.optional(v.looseObject({ type: v.optional(v.string(), 'text') }), {}),
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 1),
  file: v.optional(
    v.object({
      base64: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/=\s]*$/)),
      mime: v.string(),
      filename: v.optional(v.string()),
    }),
  ),
});

/** What customers send: `{number, message, count?, file?: {base64, mime, filename}}`; `{n}` in a text is the count. */
export const customerMessages: ControlRoute[] = [
  {
    method: 'post',
    path: '/customers/:id/messages',
    handle: ({ simulator, params, body }) => {
      const { count, file, message, number } = parseBody(request, body);
      const sender = { simulator, number: findNumber(simulator, number), customer: findCustomer(simulator, params.id) };
      const given = file && {
        bytes: Buffer.from(file.base64, 'base64'),
        mimeType: file.mime,
        filename: file.filename,
      };
      try {
        const wamids = simulator.store.transaction(() =>
          Array.from({ length: count }, (_, index) =>
            receiveMessage({ ...sender, message: numbered(message, index + 1), file: given }),
          ),
        );
        return { wamid: wamids[0], wamids };
      } catch (error) {
        if (error instanceof RangeError) throw new ControlError(400, error.message);
        throw error;
      }
    },
  },
  {
    method: 'get',
    path: '/inbound-kinds',
    handle: () =>
      Object.entries(inboundKinds).map(([id, { title, description, example }]) => ({
        id,
        title,
        description,
        example,
      })),
  },
];

function numbered(message: JsonObject, n: number): JsonObject {
  const { text } = message;
  if (!isObject(text) || typeof text.body !== 'string') return message;
  return { ...message, text: { ...text, body: text.body.replaceAll('{n}', String(n)) } };
}
