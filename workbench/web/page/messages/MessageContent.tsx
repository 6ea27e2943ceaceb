import { MessageBody } from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { KnownMentions } from '../../markdown/Inlines';
import { Markdown } from '../../markdown/Markdown';
import { readBlocks } from '../../uikit/readBlocks';
import { MessageSurface } from '../../uikit/surfaces/MessageSurface';
import { AttachmentView } from './AttachmentView';

/** The text, files and blocks of a message. As in the client, a message with blocks does not show its text. */
export function MessageContent({ message }: { readonly message: Message }) {
  const blocks = message.blocks?.length ? readBlocks(message.blocks) : undefined;
  const quotes = message.attachments?.filter(({ message_link: link }) => link) ?? [];
  const others = message.attachments?.filter(({ message_link: link }) => !link) ?? [];
  return (
    <>
      {quotes.map((attachment, index) => (
        <AttachmentView key={index} attachment={attachment} />
      ))}
      {!blocks && message.msg && (
        <MessageBody dir="auto">
          <KnownMentions value={message}>
            <Markdown source={message.msg} emoticons />
          </KnownMentions>
        </MessageBody>
      )}
      {blocks && <MessageSurface rid={message.rid} mid={message._id} blocks={blocks} />}
      {others.map((attachment, index) => (
        <AttachmentView key={index} attachment={attachment} />
      ))}
    </>
  );
}
