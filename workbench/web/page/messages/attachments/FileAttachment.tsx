import { MessageGenericPreview, MessageGenericPreviewContent, MessageGenericPreviewIcon } from '@rocket.chat/fuselage';
import { formatBytes } from '../../../state/formatBytes';
import { words } from '../../../words';
import { useWorkspace } from '../../../workspace/useWorkspace';
import type { AttachmentProps } from './AttachmentProps';
import { Caption } from './Caption';

/** Any other file, by name. */
export function FileAttachment({ attachment }: AttachmentProps) {
  const { api } = useWorkspace();
  const { title = words.message.file, format, size } = attachment;
  const url = api.fileUrl(attachment.title_link ?? '');
  return (
    <>
      <MessageGenericPreview className="rcx-message-generic-preview wb-attachment-file">
        <MessageGenericPreviewContent
          thumb={<MessageGenericPreviewIcon name="attachment-file" type={format ?? title.split('.').pop() ?? ''} />}
        >
          <a href={url} target="_blank" rel="noopener noreferrer" dir="auto">
            {title}
          </a>
          {size !== undefined && <span className="wb-attachment-size">{formatBytes(size)}</span>}
        </MessageGenericPreviewContent>
      </MessageGenericPreview>
      <Caption text={attachment.description} />
    </>
  );
}
