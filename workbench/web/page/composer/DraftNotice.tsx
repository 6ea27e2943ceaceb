import { IconButton } from '@rocket.chat/fuselage';
import { words } from '../../words';
import type { Draft } from '../../workspace/drafts/Draft';

/** Above the composer: the message that is answered or changed. */
export function DraftNotice({ draft, onCancel }: { readonly draft: Draft; readonly onCancel: () => void }) {
  const { quoting, editing } = draft;
  if (!quoting && !editing) {
    return null;
  }
  const cancel = quoting ? words.composer.cancelQuote : words.composer.cancelEdit;
  return (
    <div className="wb-composer-notice">
      <div>
        <strong>{quoting ? quoting.alias || quoting.u.name || quoting.u.username : words.composer.editing}</strong>
        <div className="wb-composer-quoted">{quoting?.msg || quoting?.attachments?.[0]?.title}</div>
      </div>
      <IconButton mini icon="cross" title={cancel} aria-label={cancel} onClick={onCancel} />
    </div>
  );
}
