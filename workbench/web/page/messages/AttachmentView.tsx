import type { ComponentType, MouseEvent } from 'react';
import { Attachment } from '../../documents/Message';
import { readList } from '../../documents/readDocument';
import { Markdown } from '../../markdown/Markdown';
import { safeUrl } from '../../markdown/safeUrl';
import { timeOf } from '../../state/format';
import { words } from '../../words';
import { openRoom } from '../../workspace/actions/conversationActions';
import { findRoomByPath } from '../../workspace/roomPath';
import { useWorkspace } from '../../workspace/useWorkspace';
import { LetterAvatar } from '../LetterAvatar';
import type { AttachmentProps } from './FileAttachments';
import { AudioAttachment, FileAttachment, ImageAttachment, VideoAttachment } from './FileAttachments';
import './attachments.css';

/** A quoted message; its time leads to it. */
function QuoteAttachment({ attachment }: AttachmentProps) {
  const workspace = useWorkspace();
  const { author_name: author = '', text, message_link: link = '', ts } = attachment;
  const jump = (event: MouseEvent) => {
    const url = new URL(link, window.location.origin);
    const room = findRoomByPath(workspace.store.getState().rooms, url.pathname);
    if (room) {
      event.preventDefault();
      void openRoom(workspace, room._id, url.searchParams.get('msg') ?? undefined);
    }
  };
  return (
    <blockquote className="wb-attachment-quote">
      <header>
        <LetterAvatar name={author} size="x20" /> <strong>{author}</strong>{' '}
        <a href={link} title={words.message.jump} onClick={jump}>
          {typeof ts === 'string' ? timeOf(ts) : words.message.jump}
        </a>
      </header>
      {text && <Markdown source={text} emoticons />}
      {readList(Attachment, attachment, 'attachments').map((inner, index) => (
        <AttachmentView key={index} attachment={inner} />
      ))}
    </blockquote>
  );
}

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

/** Title, text and fields beside a coloured line. */
function PlainAttachment({ attachment }: AttachmentProps) {
  const { author_name: author, title, title_link: link, text, fields, thumb_url: thumb, color } = attachment;
  const href = link && safeUrl(link);
  return (
    <div className="wb-attachment-plain" style={color ? { borderColor: color } : undefined}>
      {thumb && <img className="wb-attachment-thumb" src={thumb} alt="" />}
      {author && <strong>{author}</strong>}
      {title && (
        <div>
          {href ? (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {title}
            </a>
          ) : (
            <strong>{title}</strong>
          )}
        </div>
      )}
      {text && <Markdown source={text} emoticons />}
      {fields?.map((field, index) => (
        <div key={index}>
          <strong>{field.title}</strong> {field.value}
        </div>
      ))}
    </div>
  );
}
