import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { createId } from '../../store/createId';
import type { MessageDocument, MessageFile } from '../documents/MessageDocument';
import type { UploadDocument } from '../documents/UploadDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';
import type { LivechatRooms } from '../livechat/LivechatRooms';
import type { MessageDraft, Messages } from '../messages/Messages';
import type { Rooms } from '../rooms/Rooms';
import type { Settings } from '../settings/Settings';
import { WorkspaceError } from '../WorkspaceError';
import type { WorkspaceParts } from '../WorkspaceParts';
import { fileAttachment, readImageSize, sniffType } from './fileAttachment';

interface NewUpload {
  bytes: Buffer;
  name: string;
  rid: string;
  /** Its MIME type, where that is settled already; else the name decides, and then the content. */
  type?: string;
  by: { user: UserDocument } | { visitor: VisitorDocument };
  description?: string;
}

/** Files of rooms. */
export interface Uploads {
  find(id: string): UploadDocument | undefined;
  bytes(id: string): Buffer | undefined;
  /** Whether the settings let files of this MIME type in. */
  accepts(type: string): boolean;
  /** Stores without posting (the first half of `rooms.media`). Throws `error-file-too-large`, `error-invalid-file-type`. */
  store(upload: NewUpload): Promise<UploadDocument>;
  /** Posts the file message of a stored upload (the second half: `rooms.mediaConfirm`). */
  confirm(
    user: UserDocument,
    uploadId: string,
    message?: { msg?: string; description?: string; tmid?: string },
  ): Promise<MessageDocument>;
  /** Stores and posts at once, as an app's `uploadBuffer` does: empty text, one attachment. */
  storeAndPost(upload: NewUpload): Promise<{ upload: UploadDocument; message?: MessageDocument }>;
}

/** Pictures below this in both directions have no thumbnail (Message_Attachments_Thumbnails_Width and _Height). */
const THUMBNAIL = { width: 480, height: 360 };

export class StoredUploads implements Uploads {
  readonly #parts: WorkspaceParts;
  readonly #settings: Settings;
  readonly #rooms: Rooms;
  readonly #messages: Messages;
  readonly #livechat: () => LivechatRooms;

  constructor(
    parts: WorkspaceParts,
    settings: Settings,
    rooms: Rooms,
    messages: Messages,
    livechat: () => LivechatRooms,
  ) {
    this.#parts = parts;
    this.#settings = settings;
    this.#rooms = rooms;
    this.#messages = messages;
    this.#livechat = livechat;
  }

  find(id: string): UploadDocument | undefined {
    return this.#parts.store.uploads.get(id);
  }

  bytes(id: string): Buffer | undefined {
    return this.#parts.store.uploads.bytes(id);
  }

  accepts(type: string): boolean {
    const refused = list(this.#settings.string('FileUpload_MediaTypeBlackList'));
    const accepted = list(this.#settings.string('FileUpload_MediaTypeWhiteList'));
    const isOn = (patterns: string[]) => patterns.some((pattern) => fits(type, pattern));
    return !isOn(refused) && (accepted.length === 0 || isOn(accepted));
  }

  async store({ bytes, name, rid, by, description, type: told }: NewUpload): Promise<UploadDocument> {
    const type = told ?? (await sniffType(bytes, name));
    this.#checkRoom(rid, by);
    this.#check(bytes.length, type, rid);
    const userId = 'user' in by ? by.user._id : undefined;
    const visitorToken = 'visitor' in by ? by.visitor.token : undefined;
    await this.#parts.apps().beforeFileUploaded({ name, size: bytes.length, type, rid, userId, visitorToken }, bytes);

    const _id = createId();
    const path = `/file-upload/${_id}/${encodeURIComponent(name)}`;
    const now = new Date();
    const size = type.startsWith('image/') ? readImageSize(bytes) : undefined;
    const upload: UploadDocument = {
      _id,
      name,
      size: bytes.length,
      type,
      rid,
      userId,
      visitorToken,
      description,
      extension: extname(name).slice(1),
      path,
      url: `${this.#settings.string('Site_Url').replace(/\/$/, '')}${path}`,
      store: 'GridFS:Uploads',
      complete: true,
      uploading: false,
      progress: 1,
      etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 17),
      ...(size && { identify: { size, format: type.slice('image/'.length) } }),
      uploadedAt: now,
      _updatedAt: now,
    };
    const { uploads } = this.#parts.store;
    return this.#parts.store.transaction(() => {
      uploads.putBytes(_id, bytes);
      return uploads.put(upload);
    });
  }

  async confirm(
    user: UserDocument,
    uploadId: string,
    message: { msg?: string; description?: string; tmid?: string } = {},
  ): Promise<MessageDocument> {
    const found = this.find(uploadId);
    if (found?.rid === undefined) throw new WorkspaceError('error-invalid-file', 'Invalid file');
    const { description, ...rest } = message;
    const upload = description === undefined ? found : this.#parts.store.uploads.put({ ...found, description });
    return this.#messages.send(user, { ...fileMessage(upload, found.rid, this.#thumbnail(upload)), ...rest });
  }

  async storeAndPost(newUpload: NewUpload): Promise<{ upload: UploadDocument; message?: MessageDocument }> {
    const { by, rid } = newUpload;
    const upload = await this.store(newUpload);
    if ('user' in by) {
      return { upload, message: await this.#messages.send(by.user, fileMessage(upload, rid, this.#thumbnail(upload))) };
    }
    const room = this.#rooms.find(rid);
    // Closed after the file was looked at: the real server has stored it and says nothing.
    if (!room?.open || room.v?.token !== by.visitor.token) return { upload };
    // Stored by then, and refused as a text would be where the contact is blocked.
    const source = room.source ?? { type: 'other' };
    return { upload, message: await this.#livechat().sendMessage(by.visitor, fileMessage(upload, rid), source) };
  }

  /** Visitors put files into their own open conversation only (the server's filter of its upload store). */
  #checkRoom(rid: string, by: NewUpload['by']): void {
    const room = this.#rooms.find(rid);
    const isTheirs = 'user' in by || (room?.open === true && room.v?.token === by.visitor.token);
    if (!room || !isTheirs) throw new WorkspaceError('invalid-file', 'File does not match filter');
  }

  /**
   * The thumbnail of a user's picture, where it is as large as one; files of visitors have none. Its bytes are the
   * picture's own: nothing here makes pictures smaller, and no app is to send it anyway.
   */
  #thumbnail(upload: UploadDocument): UploadDocument | undefined {
    const size = upload.identify?.size;
    const isSmall = size && size.width < THUMBNAIL.width && size.height < THUMBNAIL.height;
    const bytes = this.bytes(upload._id);
    const isWanted = this.#settings.boolean('Message_Attachments_Thumbnails_Enabled');
    if (!bytes || !isWanted || isSmall || !upload.type.startsWith('image/')) return undefined;
    const _id = createId();
    const name = `thumb-${upload.name}`;
    const path = `/file-upload/${_id}/${encodeURIComponent(upload.name)}`;
    const scale = size ? Math.min(THUMBNAIL.width / size.width, THUMBNAIL.height / size.height) : 1;
    const { uploads } = this.#parts.store;
    uploads.putBytes(_id, bytes);
    return uploads.put({
      ...upload,
      _id,
      name,
      path,
      url: upload.url.replace(upload.path, path),
      typeGroup: 'thumb',
      originalFileId: upload._id,
      identify: size && {
        ...upload.identify,
        size: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
      },
    });
  }

  #check(size: number, type: string, rid: string): void {
    if (!this.#settings.boolean('FileUpload_Enabled')) {
      throw new WorkspaceError('error-file-upload-disabled', 'File upload is disabled');
    }
    if (!this.#settings.boolean('FileUpload_Enabled_Direct') && this.#rooms.find(rid)?.t === 'd') {
      const text = 'File sharing not allowed in direct messages.';
      throw new WorkspaceError('error-direct-message-file-upload-not-allowed', text);
    }
    const limit = this.#settings.number('FileUpload_MaxFileSize');
    if (limit >= 0 && size > limit) {
      throw new WorkspaceError('error-file-too-large', `File exceeds allowed size of ${limit} bytes`);
    }
    if (!this.accepts(type)) {
      throw new WorkspaceError('error-invalid-file-type', 'File type is not accepted');
    }
  }
}

function fileMessage(upload: UploadDocument, rid: string, thumbnail?: UploadDocument): MessageDraft {
  const file = messageFile(upload);
  const files = thumbnail ? [file, messageFile(thumbnail)] : [file];
  return { rid, msg: '', file, files, attachments: [fileAttachment(upload, thumbnail)], groupable: false };
}

function messageFile({ _id, name, type, size, identify, typeGroup }: UploadDocument): MessageFile {
  return {
    _id,
    name,
    type,
    size,
    ...(identify?.format && { format: identify.format }),
    ...(typeGroup !== undefined && { typeGroup }),
  };
}

const list = (setting: string): string[] =>
  setting
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Whether a type fits `image/png` or `image/*`. */
const fits = (type: string, pattern: string): boolean =>
  pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
