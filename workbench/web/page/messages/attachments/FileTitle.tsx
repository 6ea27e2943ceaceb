import { Icon } from '@rocket.chat/fuselage';
import { formatBytes } from '../../../state/formatBytes';
import { words } from '../../../words';
import { useWorkspace } from '../../../workspace/useWorkspace';

/** Name and size of a file above its picture or player, with a way to save it. */
export function FileTitle({
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
