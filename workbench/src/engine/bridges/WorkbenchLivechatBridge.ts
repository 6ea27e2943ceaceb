import type { IExtraRoomParams } from '@rocket.chat/apps-engine/definition/accessors/ILivechatCreator';
import type { IDepartment } from '@rocket.chat/apps-engine/definition/livechat/IDepartment';
import type { ILivechatMessage } from '@rocket.chat/apps-engine/definition/livechat/ILivechatMessage';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';
import type { ILivechatTransferData } from '@rocket.chat/apps-engine/definition/livechat/ILivechatTransferData';
import type {
  IVisitor,
  IVisitorExternalIdentifier,
  ResolveVisitorContactData,
} from '@rocket.chat/apps-engine/definition/livechat/IVisitor';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/IMessage';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import { LivechatBridge } from '@rocket.chat/apps-engine/server/bridges/LivechatBridge';
import type { VisitorDocument } from '../../workspace/documents/VisitorDocument';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import { messageFromApp, visitorFromApp } from '../converters/fromApp';
import { readEngineShape } from '../readEngineShape';
import type { BridgeParts } from './BridgeParts';
import { refuse } from './BridgeParts';

type ExternalId = Omit<IVisitorExternalIdentifier, 'appId'>;

/** Omnichannel for apps, with the real server's traps. */
export class WorkbenchLivechatBridge extends LivechatBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected isOnline(departmentId?: string): boolean {
    return this.#parts.workspace.agents.anyoneOnline(departmentId ?? undefined);
  }

  protected async isOnlineAsync(departmentId?: string): Promise<boolean> {
    return this.isOnline(departmentId);
  }

  protected async createMessage(message: ILivechatMessage, appId: string): Promise<string> {
    if (!message.token) throw new Error('Invalid token for livechat message');
    if (!message.visitor) throw new Error('Invalid visitor of the livechat message');
    const room = this.#parts.workspace.rooms.find(message.room.id);
    if (!room) throw new Error('Invalid room provided on the message.');
    const visitor = { ...visitorFromApp(message.visitor), token: message.token };
    const alias = this.#parts.manager().getOneById(appId).getNameSlug();
    const sent = await this.#parts.workspace.livechat.sendMessage(
      visitor,
      { ...messageFromApp(message), rid: room._id },
      { type: 'app', id: appId, alias },
    );
    return sent._id;
  }

  protected async getMessageById(messageId: string): Promise<ILivechatMessage> {
    const message = this.#parts.workspace.messages.find(messageId);
    return readEngineShape<ILivechatMessage>(message && this.#parts.converters.message(message));
  }

  protected async updateMessage(message: ILivechatMessage): Promise<void> {
    const stored = message.id === undefined ? undefined : this.#parts.workspace.messages.find(message.id);
    if (!stored) return;
    const guest = message.visitor;
    if (!this.#parts.workspace.settings.boolean('Message_AllowEditing') || stored.u._id !== guest?.id) {
      throw new Error('error-action-not-allowed');
    }
    const { ts: _, ...changes } = messageFromApp(message);
    const editor = { _id: stored.u._id, username: stored.u.username };
    await this.#parts.workspace.messages.update(editor, stored._id, changes);
  }

  protected async createVisitor(visitor: IVisitor): Promise<string> {
    return this.#register(visitor)._id;
  }

  protected async createAndReturnVisitor(visitor: IVisitor): Promise<IVisitor | undefined> {
    const { resolvesVisitors } = this.#parts.workspace.traits;
    const externalIds = (resolvesVisitors && visitor.externalIds) || undefined;
    return this.#parts.converters.visitor(this.#register(visitor, { externalIds }));
  }

  protected async findVisitors(): Promise<IVisitor[]> {
    return refuse('LivechatBridge', 'findVisitors');
  }

  protected async findVisitorById(id: string): Promise<IVisitor | undefined> {
    return this.#parts.converters.visitorById(id);
  }

  protected async findVisitorByEmail(email: string): Promise<IVisitor | undefined> {
    return this.#toApp(this.#parts.workspace.visitors.findByEmail(email));
  }

  protected async findVisitorByToken(token: string): Promise<IVisitor | undefined> {
    return this.#toApp(this.#parts.workspace.visitors.findByToken(token));
  }

  protected async findVisitorByPhoneNumber(phoneNumber: string): Promise<IVisitor | undefined> {
    return this.#toApp(this.#parts.workspace.visitors.findByPhone(phoneNumber));
  }

  protected async resolveVisitor(
    externalId: ExternalId,
    contactData: ResolveVisitorContactData | undefined,
    appId: string,
  ): Promise<IVisitor | undefined> {
    this.#needsExternalIds('resolveVisitor');
    const { visitors } = this.#parts.workspace;
    const known = visitors.findByExternalId(externalId.entityId);
    if (known) return this.#parts.converters.visitor(known);
    const phone = contactData && 'phone' in contactData ? contactData.phone : undefined;
    const email = contactData && 'email' in contactData ? contactData.email : undefined;
    const found =
      (phone ? visitors.findByPhone(phone) : undefined) ?? (email ? visitors.findByEmail(email) : undefined);
    return this.#toApp(found && visitors.attachExternalId(found._id, { ...externalId, appId }));
  }

  protected async updateVisitorExternalId(
    visitorId: string,
    externalId: ExternalId,
    appId: string,
  ): Promise<IVisitor | undefined> {
    this.#needsExternalIds('updateVisitorExternalId');
    return this.#toApp(this.#parts.workspace.visitors.attachExternalId(visitorId, { ...externalId, appId }));
  }

  protected async transferVisitor(visitor: IVisitor, data: ILivechatTransferData, appId: string): Promise<boolean> {
    const { users, livechat } = this.#parts.workspace;
    if (!visitor.token) throw new Error('Invalid visitor, cannot transfer');
    const appUser = users.findAppUser(appId);
    if (!appUser) throw new Error('Invalid app user, cannot transfer');
    const targetId = data.targetAgent?.id;
    const toUser = targetId ? this.#agent(targetId) : undefined;
    if (targetId && !toUser) throw new Error('Invalid target agent, cannot transfer');
    const { _id, username, name } = appUser;
    return livechat.transfer(data.currentRoom.id, {
      ...(toUser && { toUser }),
      ...(data.targetDepartment && { toDepartmentId: data.targetDepartment }),
      by: { _id, username, name, userType: 'app' },
    });
  }

  protected async createRoom(
    visitor: IVisitor,
    agent: IUser | null | undefined,
    appId: string,
    extra?: IExtraRoomParams | null,
  ): Promise<ILivechatRoom> {
    const asked = agent?.id ? this.#agent(agent.id) : undefined;
    if (agent?.id && !asked) throw new Error(`The agent with id "${agent.id}" was not found.`);
    // The source of an app's room is always the app, whatever the app sets.
    const source = extra?.source?.type === 'app' ? extra.source : {};
    const { label, sidebarIcon, defaultIcon, destination } = readEngineShape<AppSource>(source);
    const room = await this.#parts.workspace.livechat.request({
      visitor: visitorFromApp(visitor),
      source: {
        type: 'app',
        id: appId,
        alias: this.#parts.manager().getOneById(appId).getName(),
        ...(label && { label }),
        ...(sidebarIcon && { sidebarIcon }),
        ...(defaultIcon && { defaultIcon }),
        ...(destination && { destination }),
      },
      ...(asked && { agent: asked }),
      ...(extra?.customFields && { customFields: extra.customFields }),
    });
    return this.#parts.converters.livechatRoom(room);
  }

  protected async closeRoom(room: ILivechatRoom, comment: string, closer: IUser | undefined): Promise<boolean> {
    const user = closer ? this.#parts.workspace.users.find(closer.id) : undefined;
    const by = user ? { user } : { visitor: visitorFromApp(room.visitor) };
    await this.#parts.workspace.livechat.close(room.id, by, { comment });
    return true;
  }

  protected async countOpenRoomsByAgentId(agentId: string): Promise<number> {
    return (await this.findOpenRoomsByAgentId(agentId)).length;
  }

  protected async findOpenRoomsByAgentId(agentId: string): Promise<ILivechatRoom[]> {
    if (!agentId) throw new Error('Invalid agentId');
    const rooms = this.#parts.workspace.livechat.openRoomsOfAgent(agentId);
    return rooms.map((room) => this.#parts.converters.livechatRoom(room));
  }

  protected async findRooms(visitor: IVisitor | null, departmentId: string | null): Promise<ILivechatRoom[]> {
    if (!visitor) return [];
    const rooms = this.#parts.workspace.livechat.openRoomsOfVisitor(visitor.token, departmentId ?? undefined);
    return rooms.map((room) => this.#parts.converters.livechatRoom(room));
  }

  protected async findDepartmentByIdOrName(value: string): Promise<IDepartment | undefined> {
    const department = this.#parts.workspace.departments.findByIdOrName(value);
    return department && this.#parts.converters.department(department);
  }

  protected async findDepartmentsEnabledWithAgents(): Promise<IDepartment[]> {
    const departments = this.#parts.workspace.departments.listEnabledWithAgents();
    return departments.map((department) => this.#parts.converters.department(department));
  }

  protected async _fetchLivechatRoomMessages(_appId: string, roomId: string): Promise<IMessage[]> {
    const { messages } = this.#parts.workspace.messages.history(roomId, { count: 0 });
    return messages.reverse().map((message) => this.#parts.converters.message(message));
  }

  protected async setCustomFields({
    token,
    key,
    value,
    overwrite,
  }: {
    token: string;
    key: string;
    value: string;
    overwrite: boolean;
  }): Promise<number> {
    return this.#parts.workspace.visitors.setCustomField(token, key, value, overwrite) ? 1 : 0;
  }

  #register(visitor: IVisitor, more: Pick<VisitorDocument, 'externalIds'> = {}): VisitorDocument {
    return this.#parts.workspace.visitors.register({
      token: visitor.token,
      id: visitor.id ?? undefined,
      username: visitor.username,
      name: visitor.name,
      department: visitor.department ?? undefined,
      phone: visitor.phone?.[0]?.phoneNumber,
      email: visitor.visitorEmails?.[0]?.address,
      ...more,
    });
  }

  /** Fails like the host of an engine whose accessor lacks the method. */
  #needsExternalIds(method: string): void {
    if (!this.#parts.workspace.traits.resolvesVisitors) throw new Error(`Invalid accessor method "${method}"`);
  }

  #agent(id: string): UserDocument | undefined {
    const user = this.#parts.workspace.users.find(id);
    return user && this.#parts.workspace.users.hasRole(user, 'livechat-agent') ? user : undefined;
  }

  #toApp(visitor: VisitorDocument | undefined): IVisitor | undefined {
    return visitor && this.#parts.converters.visitor(visitor);
  }
}

interface AppSource {
  label?: string;
  sidebarIcon?: string;
  defaultIcon?: string;
  destination?: string;
}
