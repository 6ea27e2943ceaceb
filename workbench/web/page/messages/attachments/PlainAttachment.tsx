import { Markdown } from '../../../markdown/Markdown';
import { safeUrl } from '../../../markdown/safeUrl';
import type { AttachmentProps } from './AttachmentProps';

/** Title, text and fields beside a coloured line. */
export function PlainAttachment({ attachment }: AttachmentProps) {
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
