import type { ComponentType } from 'react';
import type { Attachment } from '../../../documents/Attachment';
import type { AttachmentProps } from './AttachmentProps';
import { AudioAttachment } from './AudioAttachment';
import { FileAttachment } from './FileAttachment';
import { ImageAttachment } from './ImageAttachment';
import { PlainAttachment } from './PlainAttachment';
import { QuoteAttachment } from './QuoteAttachment';
import { VideoAttachment } from './VideoAttachment';
import './attachments.css';

const KINDS: readonly (readonly [(attachment: Attachment) => unknown, ComponentType<AttachmentProps>])[] = [
  [({ message_link: link }) => link, QuoteAttachment],
  [({ image_url: url }) => url, ImageAttachment],
  [({ audio_url: url }) => url, AudioAttachment],
  [({ video_url: url }) => url, VideoAttachment],
  [({ title_link: link, type }) => link && type === 'file', FileAttachment],
];

/** An attachment, drawn by its kind. */
export function AttachmentView({ attachment }: AttachmentProps) {
  const Kind = KINDS.find(([is]) => is(attachment))?.[1] ?? PlainAttachment;
  return (
    <div className="wb-attachment">
      <Kind attachment={attachment} />
    </div>
  );
}
