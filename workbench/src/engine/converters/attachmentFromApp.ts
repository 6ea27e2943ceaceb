import type { AttachmentDocument } from '../../workspace/documents/AttachmentDocument';

/** The apps' name → stored name, where the two differ. */
const NAMES: Record<string, string> = {
  timestampLink: 'message_link',
  thumbnailUrl: 'thumb_url',
  imageDimensions: 'image_dimensions',
  imagePreview: 'image_preview',
  imageUrl: 'image_url',
  imageType: 'image_type',
  imageSize: 'image_size',
  audioUrl: 'audio_url',
  audioType: 'audio_type',
  audioSize: 'audio_size',
  videoUrl: 'video_url',
  videoType: 'video_type',
  videoSize: 'video_size',
  actionButtonsAlignment: 'button_alignment',
};

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** An attachment as messages store it, from the apps' shape. What an app left out is left out. */
export function attachmentFromApp(attachment: object): AttachmentDocument {
  const { title, author, timestamp, ...rest }: Record<string, unknown> = { ...attachment };
  const fields: Record<string, unknown> = {
    title: part(title, 'value'),
    title_link: part(title, 'link'),
    title_link_download: part(title, 'displayDownloadLink'),
    author_name: part(author, 'name'),
    author_link: part(author, 'link'),
    author_icon: part(author, 'icon'),
    ts: timestamp instanceof Date ? timestamp.toJSON() : timestamp,
  };
  for (const [name, value] of Object.entries(rest)) fields[NAMES[name] ?? name] = value;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}
