import { WorkspaceError } from '../WorkspaceError';
import type { InquiryDocument, RoomDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { LivechatParts } from './Livechat';
import type { Transfer } from './LivechatRooms';

/** The agent of a conversation, and how the agent changes. */
interface Assignments {
  assign(rid: string, agent: UserDocument): Promise<RoomDocument>;
  unassign(rid: string, except?: string): Promise<void>;
  delegate(inquiry: InquiryDocument, agent?: UserDocument): Promise<RoomDocument>;
  queue(inquiry: InquiryDocument): InquiryDocument;
}

/**
 * Transfers a conversation to a department (and there to an agent) or to an agent.
 * @returns false when it is closed or no target is named
 * @throws WorkspaceError, with the real server's code, when it is on hold or the target cannot take it
 */
export async function transferRoom(
  parts: LivechatParts,
  livechat: Assignments,
  room: RoomDocument,
  transfer: Transfer,
): Promise<boolean> {
  if (room.onHold) throw new WorkspaceError('error-room-onHold');
  if (transfer.toDepartmentId !== undefined && !parts.departments.find(transfer.toDepartmentId)) {
    throw new WorkspaceError('error-invalid-department');
  }
  if (!room.open) return false;
  const inquiry = parts.inquiries.findByRoom(room._id);
  if (transfer.toDepartmentId !== undefined) {
    if (!inquiry) throw new WorkspaceError('error-transferring-inquiry');
    return toDepartment(parts, livechat, room, inquiry, transfer.toDepartmentId, transfer);
  }
  if (!transfer.toUser) return false;
  if (!inquiry) throw new WorkspaceError('error-invalid-inquiry');
  return toAgent(parts, livechat, room, transfer.toUser, transfer);
}

async function toAgent(
  parts: LivechatParts,
  livechat: Assignments,
  room: RoomDocument,
  agent: UserDocument,
  transfer: Transfer,
): Promise<boolean> {
  if (!parts.agents.isOnline(agent)) throw new WorkspaceError('error-user-is-offline');
  if (room.servedBy?._id === agent._id) throw new WorkspaceError('error-selected-agent-room-agent-are-same');
  await livechat.assign(room._id, agent);
  await saveHistory(parts, room, transfer, 'agent');
  if (room.servedBy) await livechat.unassign(room._id, agent._id);
  const changed = parts.store.rooms.get(room._id) ?? room;
  parts.apps().livechatRoomTransferred(changed, 'agent', room.servedBy?._id, agent._id);
  return true;
}

async function toDepartment(
  parts: LivechatParts,
  livechat: Assignments,
  room: RoomDocument,
  inquiry: InquiryDocument,
  departmentId: string,
  transfer: Transfer,
): Promise<boolean> {
  const { store, agents, departments, inquiries, settings } = parts;
  if (room.departmentId === departmentId) throw new WorkspaceError('error-forwarding-chat-same-department');
  const agent = transfer.toUser;
  if (agent && !agents.isOnline(agent)) throw new WorkspaceError('error-user-is-offline');
  if (agent && !departments.departmentsOf(agent._id).includes(departmentId)) {
    throw new WorkspaceError('error-user-not-belong-to-department');
  }

  const moved = { ...inquiry, department: departmentId };
  const waits = departments.find(departmentId)?.allowReceiveForwardOffline && !agents.anyoneOnline(departmentId);
  if (waits || settings.string('Livechat_Routing_Method') === 'Manual_Selection') {
    await saveHistory(parts, room, transfer, 'department');
    moveRoom(parts, room, departmentId);
    await livechat.unassign(room._id);
    livechat.queue(moved);
    return true;
  }

  const taken = await livechat.delegate(moved, agent);
  // Nobody took it: the department has nobody except, perhaps, the agent who transfers it.
  if (taken.servedBy === undefined || taken.servedBy._id === room.servedBy?._id) {
    throw new WorkspaceError('error-no-agents-online-in-department');
  }
  await saveHistory(parts, room, transfer, 'department');
  if (room.servedBy) await livechat.unassign(room._id, taken.servedBy._id);
  const current = inquiries.findByRoom(room._id);
  if (current) inquiries.put({ ...current, department: departmentId });
  moveRoom(parts, store.rooms.get(room._id) ?? taken, departmentId, room.departmentId);
  return true;
}

function moveRoom(parts: LivechatParts, room: RoomDocument, departmentId: string, from = room.departmentId): void {
  const changed = parts.store.rooms.put({ ...room, departmentId, _updatedAt: new Date() });
  parts.events.publish({ type: 'room', room: changed, audience: { kind: 'room', rid: room._id } });
  parts.apps().livechatRoomTransferred(changed, 'department', from, departmentId);
}

async function saveHistory(
  parts: LivechatParts,
  room: RoomDocument,
  { by, comment, toUser, toDepartmentId }: Transfer,
  scope: 'agent' | 'department',
): Promise<void> {
  const next = toDepartmentId === undefined ? undefined : parts.departments.find(toDepartmentId);
  await parts.messages.sendSystem(
    room._id,
    'livechat_transfer_history',
    { _id: by._id, username: by.username },
    {
      ...(by.userType === 'visitor' && { token: room.v?.token }),
      transferData: {
        transferredBy: by,
        ts: new Date(),
        scope,
        ...(comment !== undefined && { comment }),
        ...(room.departmentId !== undefined && { previousDepartment: room.departmentId }),
        ...(next && { nextDepartment: { _id: next._id, name: next.name } }),
        ...(toUser && { transferredTo: { _id: toUser._id, username: toUser.username, name: toUser.name } }),
      },
    },
  );
}
