import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat/IVisitor';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/IMessage';
import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/AppInterface';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms/IRoom';
import type { UIKitIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/IUIKitIncomingInteraction';
import type { IUIKitLivechatIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/livechat/IUIKitLivechatIncomingInteraction';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import * as v from 'valibot';

const optionalText = v.optional(v.nullable(v.string()));

const body = v.looseObject({
  actionId: optionalText,
  triggerId: optionalText,
  rid: optionalText,
  mid: optionalText,
  tmid: optionalText,
  payload: v.optional(v.looseObject({})),
  container: v.optional(v.looseObject({})),
});

type Body = v.InferOutput<typeof body>;

interface Found {
  appId: string;
  /** Who acts; exactly one of the two is set. */
  user?: IUser;
  visitor?: IVisitor;
  room: (id: string | null | undefined) => IRoom | undefined;
  message: (id: string | null | undefined) => IMessage | undefined;
}

/** The data for the engine, and the event that carries it. */
type Interaction =
  | { event: AppInterface.IUIKitInteractionHandler; data: UIKitIncomingInteraction }
  | { event: AppInterface.IUIKitLivechatInteractionHandler; data: IUIKitLivechatIncomingInteraction };

type Reader = (body: Body, found: Found) => object;

/** The kinds of interaction in the REST API, and the source of each handler's data in the engine. */
const READERS: Record<string, Reader> = {
  blockAction: ({ actionId, triggerId, rid, mid, payload, container }, { room, message }) => ({
    actionId,
    triggerId,
    payload: payload ?? {},
    container,
    room: room(rid),
    message: message(mid),
  }),
  viewSubmit: ({ actionId, triggerId, rid, payload }, { room }) => ({
    actionId,
    triggerId,
    payload: payload ?? {},
    room: room(rid),
  }),
  viewClosed: ({ actionId, rid, payload }, { room }) => ({
    actionId,
    payload: { view: payload?.view, isCleared: payload?.isCleared },
    room: room(rid),
  }),
  actionButton: ({ actionId, triggerId, rid, mid, tmid, payload }, { room, message }) => ({
    actionId,
    triggerId,
    tmid: tmid ?? undefined,
    payload: { context: payload?.context, ...(payload?.message ? { message: payload.message } : {}) },
    room: room(rid),
    message: message(mid),
  }),
};

/**
 * Parses the body of `POST /api/apps/ui.interaction/:appId` for the engine. Throws 'Unknown action' for another type
 * and 'Invalid body' for anything that is not an interaction.
 */
export function readInteraction(input: unknown, found: Found): Interaction {
  const parsed = v.safeParse(body, input);
  if (!parsed.success) throw new Error('Invalid body');
  const type: unknown = parsed.output.type;
  const reader = typeof type === 'string' && Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!reader) throw new Error('Unknown action');
  const { appId, user, visitor } = found;
  const data: object = { type, appId, user, visitor, ...reader(parsed.output, found) };
  // A visitor's click goes to another handler of the app.
  return visitor
    ? { event: AppInterface.IUIKitLivechatInteractionHandler, data: data as IUIKitLivechatIncomingInteraction }
    : { event: AppInterface.IUIKitInteractionHandler, data: data as UIKitIncomingInteraction };
}
