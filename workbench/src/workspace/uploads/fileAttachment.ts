import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { lookup } from 'mime-types';
import type { AttachmentDocument } from '../documents/MessageDocument';
import type { UploadDocument } from '../documents/UploadDocument';

type Medium = (upload: UploadDocument) => Partial<AttachmentDocument>;

const MEDIA: Record<string, Medium> = {
  image: ({ path, type, size, identify }) => ({
    image_url: path,
    image_type: type,
    image_size: size,
    ...(identify?.size && { image_dimensions: identify.size }),
  }),
  audio: ({ path, type, size }) => ({ audio_url: path, audio_type: type, audio_size: size }),
  video: ({ path, type, size }) => ({ video_url: path, video_type: type, video_size: size }),
};

const OTHER: Medium = ({ size, extension }) => ({ format: extension.toUpperCase(), size });

/** The one attachment of a file's message; of a large picture clients show the thumbnail. */
export function fileAttachment(upload: UploadDocument, thumbnail?: UploadDocument): AttachmentDocument {
  const medium = MEDIA[upload.type.split('/')[0] ?? ''] ?? OTHER;
  return {
    title: upload.name,
    type: 'file',
    ...(upload.description !== undefined && { description: upload.description }),
    title_link: upload.path,
    title_link_download: true,
    fileId: upload._id,
    ...medium(upload),
    ...(thumbnail && {
      image_url: thumbnail.path,
      image_type: thumbnail.type,
      ...(thumbnail.identify?.size && { image_dimensions: thumbnail.identify.size }),
    }),
  };
}

/** Width and height of a picture; undefined for what is none. */
export function readImageSize(bytes: Buffer): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return undefined;
  }
}

/** The MIME type of a file: what its name says, else what its content says, else `application/octet-stream`. */
export async function sniffType(bytes: Buffer, name: string): Promise<string> {
  const byName = lookup(name);
  if (byName) return byName;
  return (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream';
}
