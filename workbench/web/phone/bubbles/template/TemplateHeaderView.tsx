import type { TemplateHeader } from '../../../simulator/documents/PhoneMessage';
import { HeaderMedia } from '../HeaderMedia';

/** What stands above a template's text. */
export function TemplateHeaderView({ header }: { readonly header: TemplateHeader }) {
  return header.text ? (
    <strong className="ph-header">{header.text}</strong>
  ) : (
    <HeaderMedia format={header.format ?? ''} media={header.media} />
  );
}
