import { metaError } from '../../errors/metaError';
import { markAsRead } from '../../messages/markAsRead';
import { sendMessage } from '../../messages/sendMessage';
import type { Endpoint } from '../Endpoint';

/** `POST /messages`: sends a message, or marks one as read. */
export const postMessages: Endpoint = (simulator, { number, body, isBroken }) => {
  if (isBroken) return metaError({ code: 100, message: 'The request body is not a valid JSON object.' });
  const context = { simulator, number };
  return body.status === 'read' ? markAsRead(body, context) : sendMessage(body, context);
};
