import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

/**
 * A value as it comes out at the other side of the engine's wire. The sandbox and its host talk in msgpack: what is
 * `undefined` arrives as null, dates arrive as dates, and nothing is shared.
 */
export function overTheWire<T>(value: T): T {
  return travel(value) as T;
}

function travel(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return new Date(value);
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  if (Array.isArray(value)) return value.map(travel);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, travel(each)]));
  }
  return value;
}

interface Stored {
  id: string;
  associations: string[];
  data: object;
}

/**
 * The app's persistence as the real bridge has it: reading and removing match records that hold all of the given
 * associations, replacing matches the list of them exactly, in its order, and replaces one record; there is no unique
 * index, and `update` is not there. Records travel over the engine's wire both ways.
 */
export class MemoryPersistence implements IPersistence, IPersistenceRead {
  /** Calls so far: each is one round trip. */
  roundTrips = 0;
  /** Thrown by every call while it is set, as when the database is out of reach. */
  failure: Error | undefined;
  private stored: Stored[] = [];
  private made = 0;

  /** Everything that is stored, oldest first. */
  get records(): object[] {
    return this.stored.map(({ data }) => data);
  }

  async create(data: object): Promise<string> {
    return this.createWithAssociations(data, []);
  }

  async createWithAssociation(data: object, association: RocketChatAssociationRecord): Promise<string> {
    return this.createWithAssociations(data, [association]);
  }

  async createWithAssociations(data: object, associations: RocketChatAssociationRecord[]): Promise<string> {
    await this.travel();
    return this.add(data, associations);
  }

  async read(id: string): Promise<object> {
    await this.travel();
    return overTheWire(this.stored.find((record) => record.id === id)?.data ?? {});
  }

  async readByAssociation(association: RocketChatAssociationRecord): Promise<object[]> {
    return this.readByAssociations([association]);
  }

  async readByAssociations(associations: RocketChatAssociationRecord[]): Promise<object[]> {
    await this.travel();
    return overTheWire(this.holdingAll(associations).map(({ data }) => data));
  }

  async update(): Promise<string> {
    throw new Error('Method not implemented.');
  }

  async updateByAssociation(association: RocketChatAssociationRecord, data: object, upsert = false): Promise<string> {
    return this.updateByAssociations([association], data, upsert);
  }

  async updateByAssociations(
    associations: RocketChatAssociationRecord[],
    data: object,
    upsert = false,
  ): Promise<string> {
    await this.travel();
    const exact = keys(associations).join('\n');
    const record = this.stored.find((each) => each.associations.join('\n') === exact);
    if (record) record.data = accept(data);
    return record || !upsert ? '' : this.add(data, associations);
  }

  async remove(id: string): Promise<object> {
    await this.travel();
    return this.forget(this.stored.filter((record) => record.id === id))[0] ?? {};
  }

  async removeByAssociation(association: RocketChatAssociationRecord): Promise<object[]> {
    return this.removeByAssociations([association]);
  }

  async removeByAssociations(associations: RocketChatAssociationRecord[]): Promise<object[]> {
    await this.travel();
    return this.forget(this.holdingAll(associations));
  }

  /** Calls take their time, so that what is asked for at once meets half-way, as on a real workspace. */
  protected async travel(): Promise<void> {
    this.roundTrips += 1;
    await new Promise(setImmediate);
    if (this.failure) throw this.failure;
  }

  private add(data: object, associations: RocketChatAssociationRecord[]): string {
    this.made += 1;
    const id = `record-${this.made}`;
    this.stored.push({ id, associations: keys(associations), data: accept(data) });
    return id;
  }

  private holdingAll(associations: RocketChatAssociationRecord[]): Stored[] {
    const wanted = keys(associations);
    return this.stored.filter((record) => wanted.every((each) => record.associations.includes(each)));
  }

  private forget(records: Stored[]): object[] {
    this.stored = this.stored.filter((record) => !records.includes(record));
    return records.map(({ data }) => overTheWire(data));
  }
}

function keys(associations: RocketChatAssociationRecord[]): string[] {
  return associations.map((association) => `${association.getModel()} ${association.getID()}`);
}

function accept(data: unknown): object {
  if (typeof data !== 'object' || data === null) {
    throw new Error('Attempted to store an invalid data type, it must be an object.');
  }
  return overTheWire(data);
}
