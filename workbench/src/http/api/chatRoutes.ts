import * as v from 'valibot';
import type { MessageDocument } from '../../workspace/documents/MessageDocument';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import type { Permission } from '../access/permissions';
import { hasPermission } from '../access/permissions';
import { roomForReading } from '../access/roomForReading';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';

const text = v.pipe(v.string(), v.maxLength(100_000));
const record = v.record(v.string(), v.unknown());

/** The fields that a client may set. It cannot choose other names or times. */
const Send = v.object({
  message: v.object({
    _id: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))),
    rid: v.string(),
    msg: v.optional(text, ''),
    tmid: v.optional(v.string()),
    attachments: v.optional(v.array(record)),
    customFields: v.optional(record),
  }),
});

const Update = v.object({ roomId: v.string(), msgId: v.string(), text, customFields: v.optional(record) });
const Remove = v.object({ roomId: v.string(), msgId: v.string() });
const React = v.object({
  messageId: v.string(),
  emoji: v.optional(v.string()),
  reaction: v.optional(v.string()),
  shouldReact: v.optional(v.boolean()),
});

/** Writing into rooms. */
export function chatRoutes({ workspace }: HttpContext): Route[] {
  const find = (id: string, rid?: string) => {
    const message = workspace.messages.find(id);
    if (!message) throw HttpError.failure(`No message found with the id of "${id}".`);
    if (rid && message.rid !== rid) {
      throw HttpError.failure('The room id provided does not match where the message is from.');
    }
    return message;
  };
  const ownOrPermitted = (user: UserDocument, message: MessageDocument, permission: Permission, refusal: string) => {
    roomForReading(workspace, user, { rid: message.rid });
    if (message.u._id !== user._id && !hasPermission(user, permission)) {
      throw HttpError.failure(refusal, 'error-action-not-allowed');
    }
  };
  return [
    {
      method: 'post',
      path: '/api/v1/chat.sendMessage',
      access: 'signed-in',
      async handle({ user, body }) {
        const { message } = parse(Send, body);
        roomForReading(workspace, user, { rid: message.rid });
        // A known `_id` gets a successful answer without a message, as on the real server.
        return success({ message: await workspace.messages.sendOnce(user, message) });
      },
    },
    {
      method: 'post',
      path: '/api/v1/chat.update',
      access: 'signed-in',
      async handle({ user, body }) {
        const { roomId, msgId, text: msg, customFields } = parse(Update, body);
        ownOrPermitted(user, find(msgId, roomId), 'edit-message', 'Message editing not allowed');
        const changes = { msg, ...(customFields && { customFields }) };
        return success({ message: await workspace.messages.update(user, msgId, changes) });
      },
    },
    {
      method: 'post',
      path: '/api/v1/chat.delete',
      access: 'signed-in',
      async handle({ user, body }) {
        const { roomId, msgId } = parse(Remove, body);
        const message = find(msgId, roomId);
        ownOrPermitted(user, message, 'delete-message', 'Not allowed');
        const { _id, rid, u } = message;
        await workspace.messages.remove(user, msgId);
        return success({ _id, ts: String(Date.now()), message: { _id, rid, u } });
      },
    },
    {
      method: 'post',
      path: '/api/v1/chat.react',
      access: 'signed-in',
      async handle({ user, body }) {
        const { messageId, emoji, reaction, shouldReact } = parse(React, body);
        const name = emoji ?? reaction;
        if (!name) throw HttpError.failure('The required "emoji" param is missing.', 'error-emoji-param-not-provided');
        roomForReading(workspace, user, { rid: find(messageId).rid });
        await workspace.messages.react(user, messageId, name.startsWith(':') ? name : `:${name}:`, shouldReact);
        return success();
      },
    },
  ];
}
