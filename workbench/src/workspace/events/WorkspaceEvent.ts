import type { InquiryDocument } from '../documents/InquiryDocument';
import type { MessageDocument } from '../documents/MessageDocument';
import type { RoomDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { Audience } from './Audience';

/** What happened in the workspace, for pages that follow it. Dates are `Date` objects; JSON makes ISO strings of them. */
export type WorkspaceEvent = { audience: Audience } & (
  | { type: 'message'; message: MessageDocument }
  | { type: 'message-removed'; rid: string; _id: string }
  | { type: 'ephemeral'; message: MessageDocument }
  | { type: 'typing'; rid: string; username: string; isTyping: boolean }
  | { type: 'room'; room: RoomDocument }
  | { type: 'room-removed'; _id: string }
  | { type: 'room-read'; rid: string }
  | { type: 'inquiry'; inquiry: InquiryDocument }
  | { type: 'inquiry-removed'; _id: string }
  | { type: 'ui-interaction'; interaction: Record<string, unknown> }
  | { type: 'agent'; user: UserDocument }
  | { type: 'apps' }
);
