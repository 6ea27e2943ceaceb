import { createObjectId } from '../../store/createId';
import type { Store } from '../../store/Store';
import { WorkspaceError } from '../WorkspaceError';
import type { ContactChannel, ContactDocument, VisitorDocument } from '../documents/VisitorDocument';
import type { RoomDocument, SourceDocument } from '../documents/RoomDocument';
import type { Contacts } from './Livechat';

type ChannelKey = { visitorId: string; source: Pick<SourceDocument, 'type' | 'id'> };

const isChannel = (channel: ContactChannel, { visitorId, source }: ChannelKey): boolean =>
  channel.visitor.visitorId === visitorId &&
  channel.visitor.source.type === source.type &&
  channel.visitor.source.id === source.id;

export class StoredContacts implements Contacts {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  find(id: string): ContactDocument | undefined {
    return this.#store.contacts.get(id);
  }

  list({ count = 50, offset = 0 }: { count?: number; offset?: number } = {}): {
    contacts: ContactDocument[];
    total: number;
  } {
    const { contacts } = this.#store;
    return {
      contacts: contacts.where('1 ORDER BY createdAt DESC LIMIT ? OFFSET ?', count, offset),
      total: contacts.count(),
    };
  }

  ofChannel(visitor: VisitorDocument, source: SourceDocument): ContactDocument {
    return this.#store.transaction(() => {
      const own = visitor.contactId === undefined ? undefined : this.find(visitor.contactId);
      const found = own ?? this.#preRegistered(visitor) ?? this.#fresh(visitor);
      const key = { visitorId: visitor._id, source };
      const contact = found.channels.some((channel) => isChannel(channel, key))
        ? found
        : this.#put({ ...found, preRegistration: undefined, channels: [...found.channels, newChannel(key, source)] });
      if (visitor.contactId !== contact._id) {
        this.#store.visitors.put({ ...visitor, contactId: contact._id, _updatedAt: new Date() });
      }
      return contact;
    });
  }

  isBlocked(visitor: VisitorDocument, source: SourceDocument): boolean {
    const contactId = this.#store.visitors.get(visitor._id)?.contactId;
    const contact = contactId === undefined ? undefined : this.find(contactId);
    const key = { visitorId: visitor._id, source };
    return contact?.channels.some((channel) => channel.blocked && isChannel(channel, key)) ?? false;
  }

  setBlocked(contactId: string, visitorId: string, blocked: boolean): ContactDocument {
    return this.#changeChannels(contactId, (channel) =>
      channel.visitor.visitorId === visitorId ? { ...channel, blocked } : channel,
    );
  }

  create({ name, phones = [], emails = [] }: { name: string; phones?: string[]; emails?: string[] }): ContactDocument {
    return this.#put({
      ...this.#blank(name),
      ...(phones.length > 0 && { phones: phones.map((phoneNumber) => ({ phoneNumber })) }),
      ...(emails.length > 0 && { emails: emails.map((address) => ({ address })) }),
      unknown: false,
      preRegistration: true,
    });
  }

  verify(contactId: string, field: string, value: string, visitorId: string, room: RoomDocument): ContactDocument {
    const source = room.source;
    if (!source || room.v?._id !== visitorId) throw new WorkspaceError('error-invalid-contact');
    return this.#store.transaction(() => {
      const verified = this.#changeChannels(contactId, (channel) =>
        isChannel(channel, { visitorId, source })
          ? { ...channel, verified: true, verifiedAt: new Date(), field, value: value.toLowerCase() }
          : channel,
      );
      return this.#merge(verified, field, value.toLowerCase());
    });
  }

  /** Contacts with another channel verified by the same value are the same person: they go into this one. */
  #merge(contact: ContactDocument, field: string, value: string): ContactDocument {
    const others = this.#store.contacts
      .where(field === 'email' ? 'email = ?' : 'phone = ?', value)
      .filter(({ _id, channels }) => _id !== contact._id && channels.some((each) => isVerifiedBy(each, field, value)));
    for (const other of others) {
      this.#store.contacts.delete(other._id);
      for (const { visitor } of other.channels) {
        const stored = this.#store.visitors.get(visitor.visitorId);
        if (stored) this.#store.visitors.put({ ...stored, contactId: contact._id });
        for (const room of this.#store.rooms.where('visitorToken = ?', stored?.token ?? '')) {
          this.#store.rooms.put({ ...room, contactId: contact._id });
        }
      }
    }
    const channels = [contact, ...others].flatMap((each) => each.channels);
    return others.length > 0 ? this.#put({ ...contact, channels }) : contact;
  }

  addEmail(contactId: string, email: string): ContactDocument {
    const contact = this.#get(contactId);
    const emails = contact.emails ?? [];
    if (emails.some(({ address }) => address === email)) return contact;
    return this.#put({ ...contact, emails: [...emails, { address: email }] });
  }

  /** A contact that somebody typed in, that has no channel yet and the identical phone or e-mail. */
  #preRegistered(visitor: VisitorDocument): ContactDocument | undefined {
    const phones = visitor.phone?.map(({ phoneNumber }) => phoneNumber) ?? [];
    const emails = visitor.visitorEmails?.map(({ address }) => address) ?? [];
    return [
      ...phones.flatMap((phone) => this.#store.contacts.where('phone = ?', phone)),
      ...emails.flatMap((email) => this.#store.contacts.where('email = ?', email)),
    ].find(({ preRegistration }) => preRegistration === true);
  }

  #fresh(visitor: VisitorDocument): ContactDocument {
    return {
      ...this.#blank(visitor.name ?? visitor.username),
      ...(visitor.phone && { phones: visitor.phone }),
      ...(visitor.visitorEmails && { emails: visitor.visitorEmails }),
    };
  }

  #blank(name: string): ContactDocument {
    const now = new Date();
    return { _id: createObjectId(), name, unknown: true, channels: [], createdAt: now, _updatedAt: now };
  }

  #changeChannels(contactId: string, change: (channel: ContactChannel) => ContactChannel): ContactDocument {
    const contact = this.#get(contactId);
    return this.#put({ ...contact, channels: contact.channels.map(change) });
  }

  #get(contactId: string): ContactDocument {
    const contact = this.find(contactId);
    if (!contact) throw new WorkspaceError('error-contact-not-found');
    return contact;
  }

  #put(contact: ContactDocument): ContactDocument {
    return this.#store.contacts.put({ ...contact, _updatedAt: new Date() });
  }
}

function isVerifiedBy(channel: ContactChannel, field: string, value: string): boolean {
  return channel.verified && channel.field === field && channel.value === value;
}

function newChannel({ visitorId }: ChannelKey, source: SourceDocument): ContactChannel {
  return {
    name: source.label ?? source.type,
    verified: false,
    blocked: false,
    visitor: { visitorId, source: { type: source.type, id: source.id } },
    details: source,
  };
}
