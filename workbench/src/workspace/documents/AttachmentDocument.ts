/** An attachment as messages store it (quotes, files, images, plain ones). Times are dates or ISO strings, as posted. */
export interface AttachmentDocument {
  [field: string]: unknown;
  title?: string;
  title_link?: string;
  title_link_download?: boolean;
  text?: string;
  description?: string;
  color?: string;
  type?: string;
  image_url?: string;
  image_type?: string;
  image_size?: number;
  audio_url?: string;
  audio_type?: string;
  audio_size?: number;
  video_url?: string;
  video_type?: string;
  video_size?: number;
  format?: string;
  size?: number;
  message_link?: string;
  author_name?: string;
  author_icon?: string;
  author_link?: string;
  thumb_url?: string;
  ts?: unknown;
  attachments?: AttachmentDocument[];
}
