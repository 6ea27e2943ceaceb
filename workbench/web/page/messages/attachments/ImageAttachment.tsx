import { useWorkspace } from '../../../workspace/useWorkspace';
import type { AttachmentProps } from './AttachmentProps';
import { Caption } from './Caption';
import { FileTitle } from './FileTitle';

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
