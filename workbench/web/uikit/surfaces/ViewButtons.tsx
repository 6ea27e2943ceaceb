import { Button } from '@rocket.chat/fuselage';
import type { MouseEvent } from 'react';
import type { AppView } from '../interactions/openViews';
import { useTextOf } from '../text/useTextOf';

/** The close and the submit of a view, as far as the app sent them. */
export function ViewButtons({
  view,
  busy,
  onClose,
  onSubmit,
}: {
  readonly view: AppView;
  /** While a submit is on its way. */
  readonly busy?: boolean;
  readonly onClose: () => void;
  readonly onSubmit: (event: MouseEvent) => void;
}) {
  const textOf = useTextOf();
  return (
    <>
      {view.close && (
        <Button danger={view.close.style === 'danger'} onClick={onClose}>
          {textOf(view.close.text)}
        </Button>
      )}
      {view.submit && (
        <Button
          primary={view.submit.style !== 'danger'}
          danger={view.submit.style === 'danger'}
          // A disabled button would lose the focus, and with it Escape.
          aria-disabled={busy}
          onClick={onSubmit}
        >
          {textOf(view.submit.text)}
        </Button>
      )}
    </>
  );
}
