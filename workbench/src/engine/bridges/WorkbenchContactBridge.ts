import type { ILivechatContact } from '@rocket.chat/apps-engine/definition/livechat/ILivechatContact';
import type { VerifyContactChannelParams } from '@rocket.chat/apps-engine/server/bridges/ContactBridge';
import { ContactBridge } from '@rocket.chat/apps-engine/server/bridges/ContactBridge';
import type { BridgeParts } from './BridgeParts';

/** Contacts, for apps. */
export class WorkbenchContactBridge extends ContactBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getById(contactId: string): Promise<ILivechatContact | undefined> {
    const contact = this.#parts.workspace.contacts.find(contactId);
    return contact && this.#parts.converters.contact(contact);
  }

  protected async verifyContact({
    contactId,
    field,
    value,
    visitorId,
    roomId,
  }: VerifyContactChannelParams): Promise<void> {
    const room = this.#parts.workspace.rooms.find(roomId);
    if (!room) throw new Error('error-invalid-room');
    this.#parts.workspace.contacts.verify(contactId, field, value, visitorId, room);
  }

  protected async addContactEmail(contactId: string, email: string): Promise<ILivechatContact> {
    return this.#parts.converters.contact(this.#parts.workspace.contacts.addEmail(contactId, email));
  }
}
