/** A stored file. Its bytes live beside it; `path` is where people fetch it (`/file-upload/<id>/<name>`). */
export interface UploadDocument {
  _id: string;
  name: string;
  /** Bytes. */
  size: number;
  /** MIME type, from the content where it tells, else from the name. */
  type: string;
  rid?: string;
  userId?: string;
  visitorToken?: string;
  description?: string;
  /** `thumb`: the small copy of the picture `originalFileId`. */
  typeGroup?: string;
  originalFileId?: string;
  extension: string;
  path: string;
  url: string;
  /** The apps' API knows the real stores only; this says the default one. */
  store: 'GridFS:Uploads';
  complete: boolean;
  uploading: boolean;
  progress: number;
  etag: string;
  identify?: { format?: string; size?: { width: number; height: number } };
  uploadedAt: Date;
  _updatedAt: Date;
}
