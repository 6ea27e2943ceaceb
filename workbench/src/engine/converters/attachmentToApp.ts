import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages/IMessageAttachment';
import type { AttachmentDocument } from '../../workspace/documents/MessageDocument';

/** The apps' name of each stored field whose names differ. */
const NAMES: Record<string, string> = {
  message_link: 'timestampLink',
  thumb_url: 'thumbnailUrl',
  image_dimensions: 'imageDimensions',
  image_preview: 'imagePreview',
  image_url: 'imageUrl',
  image_type: 'imageType',
  image_size: 'imageSize',
  audio_url: 'audioUrl',
  audio_type: 'audioType',
  audio_size: 'audioSize',
  video_url: 'videoUrl',
  video_type: 'videoType',
  video_size: 'videoSize',
  button_alignment: 'actionButtonsAlignment',
};

/** The fields that move into `title`, `author` or `timestamp`. */
const GROUPED = new Set([
  'title',
  'title_link',
  'title_link_download',
  'author_name',
  'author_link',
  'author_icon',
  'ts',
]);

/** An attachment in the apps' shape; fields without a name there keep their own. */
export function attachmentToApp(attachment: AttachmentDocument): IMessageAttachment {
  const plain = Object.fromEntries(
    Object.entries(attachment)
      .filter(([name]) => !GROUPED.has(name))
      .map(([name, value]) => [NAMES[name] ?? name, value]),
  );
  const { title, title_link, title_link_download, author_name, author_link, author_icon, ts } = attachment;
  return {
    ...plain,
    title: { value: title, link: title_link, displayDownloadLink: title_link_download },
    ...(author_name !== undefined && { author: { name: author_name, link: author_link, icon: author_icon } }),
    ...((typeof ts === 'string' || ts instanceof Date) && { timestamp: new Date(ts) }),
  };
}
