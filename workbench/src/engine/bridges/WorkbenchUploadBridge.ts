import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads/IUpload';
import type { IUploadDetails } from '@rocket.chat/apps-engine/definition/uploads/IUploadDetails';
import { UploadBridge } from '@rocket.chat/apps-engine/server/bridges/UploadBridge';
import { readEngineShape } from '../converters/readEngineShape';
import type { BridgeParts } from './BridgeParts';

/** Files, for apps. To upload one is to post it: a message of its own, without text. */
export class WorkbenchUploadBridge extends UploadBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getById(id: string): Promise<IUpload> {
    const upload = this.#parts.workspace.uploads.find(id);
    return readEngineShape<IUpload>(upload && this.#parts.converters.upload(upload));
  }

  protected async getBuffer(upload: IUpload): Promise<Buffer> {
    const bytes = this.#parts.workspace.uploads.bytes(upload.id);
    if (!bytes) throw new Error('Unknown error');
    return bytes;
  }

  protected async createUpload(details: IUploadDetails, buffer: Buffer): Promise<IUpload> {
    const { uploads, users, visitors } = this.#parts.workspace;
    const { name, rid, userId, visitorToken } = details;
    const visitor = visitorToken ? visitors.findByToken(visitorToken) : undefined;
    const user = userId ? users.find(userId) : undefined;
    const by = visitor ? { visitor } : user && { user };
    if (!by) throw new Error('Missing user to perform the upload operation');
    const { upload } = await uploads.storeAndPost({ bytes: buffer, name, rid, by });
    return this.#parts.converters.upload(upload);
  }
}
