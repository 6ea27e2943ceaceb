import { createId } from '../../store/createId';
import { WorkspaceError } from '../WorkspaceError';
import type { ContactDocument, VisitorDocument } from '../documents/VisitorDocument';
import type { DepartmentDocument } from '../documents/DepartmentDocument';
import type { InquiryDocument, RoomDocument, RoomVisitor, SourceDocument } from '../documents/RoomDocument';
import type { MessageDocument } from '../documents/MessageDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { MessageDraft } from '../messages/Messages';
import { chooseAgent, preferredAgent } from './StoredAgents';
import { closeRoom, holdRoom, resumeRoom } from './closeRoom';
import type { LivechatParts } from './Livechat';
import type { ClosingOptions, LivechatRooms, RoomFilter, RoomRequest, Transfer } from './LivechatRooms';
import { transferRoom } from './transferRoom';

export class StoredLivechatRooms implements LivechatRooms {
  readonly #parts: LivechatParts;

  constructor(parts: LivechatParts) {
    this.#parts = parts;
  }

  list({ open, agentIds, departmentId, roomName, count = 50, offset = 0 }: RoomFilter = {}): {
    rooms: RoomDocument[];
    total: number;
  } {
    const conditions = ["t = 'l'"];
    const values: (string | number)[] = [];
    if (open !== undefined) {
      conditions.push('open = ?');
      values.push(open ? 1 : 0);
    }
    if (agentIds && agentIds.length > 0) {
      conditions.push(`agentId IN (${agentIds.map(() => '?').join(', ')})`);
      values.push(...agentIds);
    }
    if (departmentId !== undefined) {
      conditions.push('departmentId = ?');
      values.push(departmentId);
    }
    if (roomName !== undefined) {
      conditions.push("json_extract(document, '$.fname') LIKE ?");
      values.push(`%${roomName}%`);
    }
    const where = conditions.join(' AND ');
    const { rooms } = this.#parts.store;
    return {
      rooms: rooms.where(`${where} ORDER BY ts DESC LIMIT ? OFFSET ?`, ...values, count === 0 ? -1 : count, offset),
      total: rooms.count(where, ...values),
    };
  }

  openRoomsOfVisitor(token: string, departmentId?: string): RoomDocument[] {
    const rooms = this.#parts.store.rooms.where('visitorToken = ? AND open = 1 ORDER BY ts', token);
    return departmentId === undefined ? rooms : rooms.filter((room) => room.departmentId === departmentId);
  }

  openRoomsOfAgent(agentId: string): RoomDocument[] {
    return this.#parts.store.rooms.where('agentId = ? AND open = 1 ORDER BY ts', agentId);
  }

  async request({
    visitor,
    source,
    agent: wantedAgent,
    customFields,
    message = '',
    rid = createId(),
  }: RoomRequest): Promise<RoomDocument> {
    const { contacts, store, inquiries, messages } = this.#parts;
    this.#refuseWhenDisabled();
    if (contacts.isBlocked(visitor, source)) throw new WorkspaceError('error-contact-channel-blocked');
    await this.#parts.apps().beforeLivechatRoomCreated({ visitor, source });

    const agent = preferredAgent(this.#parts, visitor.token, wantedAgent);
    const wanted = visitor.department ?? (agent ? undefined : this.#requiredDepartment()?._id);
    const departmentId = this.#departmentOnline(agent, wanted);

    const stored = store.visitors.get(visitor._id);
    const contact = stored && contacts.ofChannel(stored, source);
    const name = visitor.name ?? visitor.username;
    const manual = this.#parts.settings.string('Livechat_Routing_Method') === 'Manual_Selection';
    const skipsQueue = agent !== undefined && this.#parts.users.hasRole(agent, 'bot');
    // In one transaction: a room without its place in the queue would never reach an agent.
    const { room, inquiry } = store.transaction(() => {
      const made = this.#newRoom({ rid, name, visitor, source, departmentId, contact, customFields });
      const place = inquiries.put({
        _id: createId(),
        rid,
        name,
        ts: made.ts,
        department: wanted,
        message,
        status: manual && !skipsQueue ? 'queued' : 'ready',
        t: 'l',
        v: made.v ?? roomVisitor(visitor),
        source,
        ...(manual && !skipsQueue && { queuedAt: made.ts }),
        ...(agent && { defaultAgent: { agentId: agent._id, username: agent.username } }),
        _updatedAt: made.ts,
      });
      return { room: made, inquiry: place };
    });
    await messages.sendSystem(rid, 'livechat-started', room.v ?? visitor, { token: visitor.token });
    this.#parts.apps().livechatRoomStarted(this.#get(rid));
    return inquiry.status === 'ready' ? this.delegate(inquiry, agent) : this.#get(rid);
  }

  async sendMessage(visitor: VisitorDocument, draft: MessageDraft, source: SourceDocument): Promise<MessageDocument> {
    this.#refuseWhenDisabled();
    const room = this.#parts.store.rooms.get(draft.rid);
    if (room?.source && this.#parts.contacts.isBlocked(visitor, room.source)) {
      throw new WorkspaceError('error-contact-channel-blocked');
    }
    const open = room?.open ? room : await this.request({ visitor, source, message: draft.msg });
    const sent = await this.#parts.messages.sendAsVisitor(visitor, { ...draft, rid: open._id });
    // Rocket.Chat's own user resumes; it has none here.
    if (open.onHold) await resumeRoom(this.#parts, this.#get(open._id), { by: visitor, comment: 'The visitor wrote' });
    return sent;
  }

  close(
    rid: string,
    by: { user: UserDocument } | { visitor: VisitorDocument },
    options: ClosingOptions = {},
  ): Promise<RoomDocument> {
    return closeRoom(this.#parts, rid, by, options);
  }

  transfer(rid: string, transfer: Transfer): Promise<boolean> {
    return transferRoom(this.#parts, this, this.#get(rid), transfer);
  }

  hold(rid: string, by: UserDocument, comment: string): Promise<RoomDocument> {
    return holdRoom(this.#parts, this.#get(rid), { by, comment });
  }

  resume(rid: string, by: UserDocument, comment: string): Promise<RoomDocument> {
    return resumeRoom(this.#parts, this.#get(rid), { by, comment });
  }

  async returnToQueue(rid: string, by: UserDocument): Promise<boolean> {
    const room = this.#get(rid);
    if (!room.open) throw new WorkspaceError('room-closed', 'Room closed');
    if (room.onHold) throw new WorkspaceError('error-room-onHold');
    const inquiry = this.#parts.inquiries.findByRoom(rid);
    if (!room.servedBy || !inquiry) return false;
    const { _id, username, name } = by;
    const transferData = { transferredBy: { _id, username, name, userType: 'agent' }, ts: new Date(), scope: 'queue' };
    await this.#parts.messages.sendSystem(rid, 'livechat_transfer_history', { _id, username }, { transferData });
    await this.unassign(rid);
    this.queue(inquiry);
    return true;
  }

  async assign(rid: string, agent: UserDocument): Promise<RoomDocument> {
    const { store, inquiries, messages, events } = this.#parts;
    const now = new Date();
    const taken = store.transaction(() => {
      const room = this.#get(rid);
      const inquiry = inquiries.findByRoom(rid);
      if (!room.open || !inquiry || room.servedBy?._id === agent._id) return undefined;
      const { _id, username, name } = agent;
      inquiries.put({ ...inquiry, status: 'taken', takenAt: now, defaultAgent: undefined });
      if (!store.subscriptions.first('rid = ? AND uid = ?', rid, _id)) {
        store.subscriptions.put({ _id: createId(), rid, uid: _id, username, ts: now });
      }
      const servedBy = { _id, username, name, ts: now };
      return store.rooms.put({ ...room, servedBy, usersCount: room.usersCount + 1, _updatedAt: now });
    });
    if (!taken) return this.#get(rid);
    const actor = { _id: agent._id, username: agent.username, name: agent.name };
    await messages.sendSystem(rid, 'command', actor, { msg: 'connected' });
    await messages.sendSystem(rid, 'uj', actor);
    const room = this.#get(rid);
    events.publish({ type: 'room', room, audience: { kind: 'room', rid } });
    this.#parts.apps().livechatAgentAssigned(room, agent);
    return room;
  }

  save(rid: string, changes: Partial<Pick<RoomDocument, 'topic' | 'tags' | 'livechatData' | 'fname'>>): RoomDocument {
    const { store, events } = this.#parts;
    const room = store.rooms.put({ ...this.#get(rid), ...changes, _updatedAt: new Date() });
    events.publish({ type: 'room', room, audience: { kind: 'room', rid } });
    this.#parts.apps().livechatRoomSaved(room);
    return room;
  }

  /** Gives a ready inquiry to this agent when online, else to the one whom routing chooses; else it stays as it is. */
  async delegate(inquiry: InquiryDocument, agent?: UserDocument): Promise<RoomDocument> {
    const { agents, users } = this.#parts;
    const chosen =
      agent && (agents.isOnline(agent) || users.hasRole(agent, 'bot'))
        ? agent
        : chooseAgent(this.#parts, inquiry.department);
    return chosen ? this.assign(inquiry.rid, chosen) : this.#get(inquiry.rid);
  }

  /** Removes the agent from a room. */
  async unassign(rid: string, except?: string): Promise<void> {
    const { store, users, messages, events } = this.#parts;
    const subscriptions = store.subscriptions.where('rid = ?', rid).filter(({ uid }) => uid !== except);
    for (const { _id, uid, username } of subscriptions) {
      store.subscriptions.delete(_id);
      const user = users.find(uid);
      await messages.sendSystem(rid, 'ul', { _id: uid, username, name: user?.name }, { msg: username });
      if (user) this.#parts.apps().livechatAgentUnassigned(this.#get(rid), user);
    }
    const room = this.#get(rid);
    const servedBy = room.servedBy?._id === except ? room.servedBy : undefined;
    const changed = store.rooms.put({ ...room, servedBy, usersCount: servedBy ? 2 : 1, _updatedAt: new Date() });
    events.publish({ type: 'room', room: changed, audience: { kind: 'room', rid } });
  }

  /** Puts an inquiry (back) into the queue. */
  queue(inquiry: InquiryDocument): InquiryDocument {
    return this.#parts.inquiries.put({ ...inquiry, status: 'queued', queuedAt: new Date(), takenAt: undefined });
  }

  #refuseWhenDisabled(): void {
    if (!this.#parts.settings.boolean('Livechat_enabled')) throw new WorkspaceError('error-omnichannel-is-disabled');
  }

  #requiredDepartment(): DepartmentDocument | undefined {
    const open = this.#parts.departments
      .list()
      .filter(({ enabled, showOnRegistration }) => enabled && showOnRegistration);
    return open.find(({ _id }) => this.#parts.agents.online(_id).length > 0);
  }

  /** The department that can take it (or its fallback). Throws `no-agent-online` when nobody is there who must be. */
  #departmentOnline(agent: UserDocument | undefined, wanted: string | undefined): string | undefined {
    const { agents, settings } = this.#parts;
    const department = wanted === undefined ? undefined : agents.departmentWithAgents(wanted);
    if (settings.boolean('Livechat_accept_chats_with_no_agents')) return department ?? wanted;
    const agentOnline = agent !== undefined && agents.isOnline(agent);
    const nobody =
      (agent !== undefined && !agentOnline) ||
      (!agentOnline && wanted !== undefined && department === undefined) ||
      (agent === undefined && wanted === undefined && agents.online().length === 0);
    if (nobody) throw new WorkspaceError('no-agent-online', 'Sorry, no online agents');
    return department ?? wanted;
  }

  #newRoom(draft: {
    rid: string;
    name: string;
    visitor: VisitorDocument;
    source: SourceDocument;
    departmentId?: string;
    contact?: ContactDocument;
    customFields?: Record<string, unknown>;
  }): RoomDocument {
    const { rid, name, visitor, source, departmentId, contact, customFields } = draft;
    const now = new Date();
    this.#refuseSecondRoom(visitor.token);
    const room = this.#parts.store.rooms.put({
      _id: rid,
      t: 'l',
      msgs: 0,
      usersCount: 1,
      ts: now,
      lm: now,
      fname: name,
      v: { ...roomVisitor(visitor), ...(contact?.activity && { activity: contact.activity }) },
      open: true,
      waitingResponse: true,
      source,
      queuedAt: now,
      ...(departmentId && { departmentId }),
      ...(contact && { contactId: contact._id }),
      ...(customFields && { customFields }),
      _updatedAt: now,
    });
    const stored = this.#parts.store.visitors.get(visitor._id);
    if (stored) this.#parts.store.visitors.put({ ...stored, lastChat: { _id: rid, ts: now } });
    this.#parts.events.publish({ type: 'room', room, audience: { kind: 'room', rid } });
    return room;
  }

  /** MongoDB's own error, which reaches the app unchanged. It contains the token. */
  #refuseSecondRoom(token: string): void {
    if (!this.#parts.traits.oneOpenRoomPerToken || this.openRoomsOfVisitor(token).length === 0) return;
    throw new Error(
      `E11000 duplicate key error collection: rocketchat.rocketchat_room index: v.token_1 dup key: { v.token: "${token}" }`,
    );
  }

  #get(rid: string): RoomDocument {
    const room = this.#parts.store.rooms.get(rid);
    if (room?.t !== 'l') throw new WorkspaceError('error-invalid-room', 'Invalid room');
    return room;
  }
}

function roomVisitor({ _id, username, name, token, status, phone }: VisitorDocument): RoomVisitor {
  const phoneNumber = phone?.[0]?.phoneNumber;
  return { _id, username, name, token, status: status ?? 'online', ...(phoneNumber && { phone: phoneNumber }) };
}
