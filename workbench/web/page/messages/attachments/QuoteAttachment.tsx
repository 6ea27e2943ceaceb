import type { MouseEvent } from 'react';
import { Attachment } from '../../../documents/Attachment';
import { readList } from '../../../documents/readList';
import { Markdown } from '../../../markdown/Markdown';
import { words } from '../../../words';
import { openRoom } from '../../../workspace/actions/openRoom';
import { findRoomByPath } from '../../../workspace/findRoomByPath';
import { useWorkspace } from '../../../workspace/useWorkspace';
import { LetterAvatar } from '../../LetterAvatar';
import { timeOf } from '../timeOf';
import type { AttachmentProps } from './AttachmentProps';
import { AttachmentView } from './AttachmentView';

/** A quoted message; its time leads to it. */
export function QuoteAttachment({ attachment }: AttachmentProps) {
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
