import { pickText } from '../../state/pick';
import { Markup } from '../markup/Markup';

/** What is said about a picture, film or document. */
export function Caption({ media }: { readonly media: unknown }) {
  const caption = pickText(media, 'caption');
  return caption ? <Markup text={caption} /> : null;
}
