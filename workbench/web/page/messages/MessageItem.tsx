import {
  Message as MessageFrame,
  MessageContainer,
  MessageHeader,
  MessageLeftContainer,
  MessageName,
  MessageNameContainer,
  MessageRole,
  MessageRoles,
  MessageStatusPrivateIndicator,
  MessageTimestamp,
  MessageUsername,
} from '@rocket.chat/fuselage';
import { memo } from 'react';
import type { Message } from '../../documents/Message';
import { words } from '../../words';
import { LetterAvatar } from '../LetterAvatar';
import { isSystemMessage } from './messageFacts';
import { MessageContent } from './MessageContent';
import { MessageMarks } from './MessageMarks';
import { MessageToolbar } from './MessageToolbar';
import { Reactions } from './Reactions';
import { SystemMessage } from './SystemMessage';
import { timeOf } from '../../state/format';

type Props = {
  readonly message: Message;
  readonly sequential: boolean;
  readonly wanted: boolean;
};

/** One message: of a person, an app, a customer, or of the system. */
export const MessageItem = memo(function MessageItem({ message, sequential, wanted }: Props) {
  if (isSystemMessage(message)) {
    return <SystemMessage message={message} />;
  }
  const name = message.alias || message.u.name || message.u.username;
  return (
    <MessageFrame
      sequential={sequential}
      highlight={wanted}
      data-mid={message._id}
      data-username={message.u.username}
      data-private={message.private ? 'yes' : undefined}
    >
      <MessageLeftContainer>
        {sequential ? (
          <span className="wb-message-aside">
            <MessageTimestamp className="wb-message-time">{timeOf(message.ts)}</MessageTimestamp>
            <MessageMarks message={message} />
          </span>
        ) : (
          <LetterAvatar name={name} size="x36" />
        )}
      </MessageLeftContainer>
      <MessageContainer>
        {!sequential && (
          <MessageHeader>
            <MessageNameContainer dir="auto">
              <MessageName>{name}</MessageName>&nbsp;<MessageUsername>@{message.u.username}</MessageUsername>
            </MessageNameContainer>
            {message.bot !== undefined && (
              <MessageRoles>
                <MessageRole>{words.message.bot}</MessageRole>
              </MessageRoles>
            )}
            <MessageTimestamp title={new Date(message.ts).toLocaleString()}>{timeOf(message.ts)}</MessageTimestamp>
            <MessageMarks message={message} />
            {message.private && (
              <MessageStatusPrivateIndicator>{words.message.privateNotice}</MessageStatusPrivateIndicator>
            )}
          </MessageHeader>
        )}
        <MessageContent message={message} />
        <Reactions message={message} />
      </MessageContainer>
      {!message.private && <MessageToolbar message={message} />}
    </MessageFrame>
  );
});
