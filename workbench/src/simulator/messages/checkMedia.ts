import type { MetaRefusal } from '../errors/metaError';
import { isObject, textOf } from '../json';
import { checkText, firstRefusal, missing, wrongParam } from './checks';
import type { SendContext } from './SendContext';

/** A media object: exactly one of `id` (uploaded, of this number) and `link` (http or https); a caption of at most 1024. */
export function checkMedia(
  value: unknown,
  path: string,
  { simulator, number }: SendContext,
  allows: { caption: boolean },
): MetaRefusal | undefined {
  if (!isObject(value)) return missing(path);
  const id = textOf(value.id);
  const link = textOf(value.link);
  if (id === undefined && link === undefined) return missing(`${path}['id'] or ${path}['link']`);
  if (id !== undefined && link !== undefined) return wrongParam(path, 'must have exactly one of id and link.');
  if (!allows.caption && value.caption !== undefined) {
    return { code: 100, message: `Unexpected key "caption" on param "${path}".` };
  }
  return firstRefusal(
    () => checkText(value.caption, `${path}['caption']`, { max: 1024, optional: true }),
    () => checkText(value.filename, `${path}['filename']`, { max: 240, optional: true }),
    () => (link === undefined ? undefined : checkLink(link, `${path}['link']`)),
    () => (id === undefined ? undefined : checkId(id, `${path}['id']`)),
  );

  function checkId(mediaId: string, idPath: string): MetaRefusal | undefined {
    const media = simulator.store.media.byId(mediaId);
    const isKnown = media?.phoneNumber === number.phoneNumber && media.expiresAt > simulator.clock.now();
    if (isKnown || simulator.switches.current().unknownMedia === 'accept') return undefined;
    return wrongParam(idPath, 'is not a valid whatsapp business account media attachment ID');
  }
}

function checkLink(link: string, path: string): MetaRefusal | undefined {
  const isWeb = URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
  return isWeb ? undefined : wrongParam(path, 'is not a valid URI.');
}
