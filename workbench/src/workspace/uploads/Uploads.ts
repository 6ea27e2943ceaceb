import type { MessageDocument } from '../documents/MessageDocument';
import type { UploadDocument } from '../documents/UploadDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';

export interface NewUpload {
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
