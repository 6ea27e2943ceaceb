import { useMediaUrl } from '../../simulator/useMediaUrl';
import { pickText } from '../../state/pick';

/** The address of a media object, `{id}` or `{link}`, for an element of the page; undefined while it is fetched. */
export function useBubbleMedia(media: unknown): string | undefined {
  const fetched = useMediaUrl(pickText(media, 'id'));
  return fetched ?? pickText(media, 'link');
}
