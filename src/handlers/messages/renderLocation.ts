import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import type { Renderer } from './Renderer';
import { safeUrl } from './safeUrl';

const MAP = 'https://www.google.com/maps/search/?api=1&query=';
/** Six decimals are a tenth of a metre. */
const round = (degrees: number) => Number(degrees.toFixed(6));

/**
 * A place: its name and address, its coordinates as a link to the map, and the page it has.
 * Map: https://developers.google.com/maps/documentation/urls/get-started#search-action
 */
export const renderLocation: Renderer<'location'> = ({ latitude, longitude, name, address, url }, t) => {
  const title =
    name === undefined ? t('messages:location') : t('messages:locationNamed', { name: escapeMarkdown(name) });
  const [north, east] = [latitude, longitude].map((degrees) => degrees && round(degrees));
  const map =
    north === undefined || east === undefined
      ? undefined
      : `[${t('messages:coordinates', { latitude: north, longitude: east })}](${MAP}${north}%2C${east})`;
  const lines = [
    title,
    address === undefined ? undefined : escapeMarkdown(address),
    map,
    url && (safeUrl(url) ?? escapeMarkdown(url)),
  ];
  return { text: lines.filter((line) => line !== undefined && line !== '').join('\n') };
};
