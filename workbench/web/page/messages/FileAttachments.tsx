import {
  Icon,
  MessageGenericPreview,
  MessageGenericPreviewContent,
  MessageGenericPreviewIcon,
} from '@rocket.chat/fuselage';
import type { Attachment } from '../../documents/Message';
import { Markdown } from '../../markdown/Markdown';
import { formatBytes } from '../../state/format';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';

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

/** A picture; a click shows it in full. */
export function ImageAttachment({ attachment }: AttachmentProps) {
  const { api } = useWorkspace();
  const url = api.fileUrl(attachment.image_url ?? '');
  const { width, height } = attachment.image_dimensions ?? {};
  return (
    <>
      <FileTitle
        title={attachment.title}
        link={attachment.title_link}
        size={attachment.image_size ?? attachment.size}
      />
      <a href={url} target="_blank" rel="noopener noreferrer">
        <img
          className="wb-attachment-image"
          src={url}
          alt={attachment.description ?? attachment.title ?? ''}
          style={width && height ? { aspectRatio: `${width} / ${height}`, width } : undefined}
        />
      </a>
      <Caption text={attachment.description} />
    </>
  );
}

/** A sound to play. */
export function AudioAttachment({ attachment }: AttachmentProps) {
  const { api } = useWorkspace();
  return (
    <>
      <FileTitle title={attachment.title} link={attachment.title_link} size={attachment.size} />
      <audio
        controls
        preload="metadata"
        aria-label={attachment.title ?? attachment.description}
        src={api.fileUrl(attachment.audio_url ?? '')}
      />
      <Caption text={attachment.description} />
    </>
  );
}

/** A film to play. */
export function VideoAttachment({ attachment }: AttachmentProps) {
  const { api } = useWorkspace();
  return (
    <>
      <FileTitle title={attachment.title} link={attachment.title_link} size={attachment.size} />
      <video
        className="wb-attachment-image"
        controls
        preload="metadata"
        aria-label={attachment.title ?? attachment.description}
        src={api.fileUrl(attachment.video_url ?? '')}
      />
      <Caption text={attachment.description} />
    </>
  );
}

/** Name and size of a file above its picture or player, with a way to save it. */
function FileTitle({
  title,
  link,
  size,
}: {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly size: number | undefined;
}) {
  const { api } = useWorkspace();
  const url = link && api.fileUrl(link);
  return (
    <div className="wb-attachment-title">
      <span dir="auto">{title}</span>
      {size !== undefined && <span>({formatBytes(size)})</span>}
      {url && (
        <a
          href={`${url}${url.includes('?') ? '&' : '?'}download`}
          download={title}
          title={words.message.download}
          aria-label={`${words.message.download} ${title ?? ''}`}
        >
          <Icon name="cloud-arrow-down" size={16} />
        </a>
      )}
    </div>
  );
}

/** What is said about a file. */
function Caption({ text }: { readonly text: string | undefined }) {
  return text ? <Markdown source={text} emoticons /> : null;
}

/** What each kind of attachment gets. */
export type AttachmentProps = { readonly attachment: Attachment };
