import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata/RocketChatAssociations';
import { PersistenceBridge } from '@rocket.chat/apps-engine/server/bridges/PersistenceBridge';
import type { RecordAssociation, RecordCollection } from '../../store/collections/RecordCollection';

type Associations = RocketChatAssociationRecord[];

/** Records from another process are plain objects, not instances with getters. */
function plain(associations: Associations): RecordAssociation[] {
  return associations.map((association) => ({
    model: String(Reflect.get(association, 'model')),
    id: String(Reflect.get(association, 'id')),
  }));
}

function mustBeObject(data: unknown): asserts data is object {
  if (typeof data !== 'object' || data === null) {
    throw new Error('Attempted to store an invalid data type, it must be an object.');
  }
}

/** Apps' records, matched as MongoDB matches them on the real server. */
export class WorkbenchPersistenceBridge extends PersistenceBridge {
  readonly #records: RecordCollection;

  constructor(records: RecordCollection) {
    super();
    this.#records = records;
  }

  protected async purge(appId: string): Promise<void> {
    this.#records.purge(appId);
  }

  protected async create(data: object, appId: string): Promise<string> {
    mustBeObject(data);
    return this.#records.create(appId, [], data)._id;
  }

  protected async createWithAssociations(data: object, associations: Associations, appId: string): Promise<string> {
    mustBeObject(data);
    return this.#records.create(appId, plain(associations), data)._id;
  }

  protected async readById(id: string, appId: string): Promise<object> {
    const record = this.#records.get(id);
    return record?.appId === appId ? record.data : {};
  }

  protected async readByAssociations(associations: Associations, appId: string): Promise<object[]> {
    return this.#records.holdingAll(appId, plain(associations)).map(({ data }) => data);
  }

  protected async remove(id: string, appId: string): Promise<object | undefined> {
    const record = this.#records.get(id);
    if (record?.appId !== appId) return undefined;
    this.#records.delete(id);
    return record.data;
  }

  protected async removeByAssociations(associations: Associations, appId: string): Promise<object[]> {
    const records = this.#records.holdingAll(appId, plain(associations));
    for (const { _id } of records) this.#records.delete(_id);
    return records.map(({ data }) => data);
  }

  protected async update(): Promise<string> {
    throw new Error('Method not implemented.');
  }

  protected async updateByAssociations(
    associations: Associations,
    data: object,
    upsert: boolean,
    appId: string,
  ): Promise<string> {
    mustBeObject(data);
    const exact = plain(associations);
    const record = this.#records.withExactly(appId, exact);
    if (record) this.#records.put({ ...record, data });
    // MongoDB returns an id only for a new document.
    return record || !upsert ? '' : this.#records.create(appId, exact, data)._id;
  }
}
