import { pickText } from '../../state/pickText';
import { usePhone } from '../usePhone';

/** The address of a media object, `{id}` or `{link}`, for an element of the page. */
export function useMediaUrl(media: unknown): string {
  const { mediaUrl } = usePhone();
  const id = pickText(media, 'id');
  return id === undefined ? (pickText(media, 'link') ?? '') : mediaUrl(id);
}
