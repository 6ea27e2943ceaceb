import { Button, Callout } from '@rocket.chat/fuselage';
import type { ReactNode } from 'react';
import { words } from '../../words';

/** A value as it travelled. */
export function Json({ value }: { readonly value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <pre className="wb-panel-json" tabIndex={0} dir="ltr">
      {text}
    </pre>
  );
}

/** Why a page of a panel has nothing to show. */
export function Refused({ reason }: { readonly reason: string }) {
  return (
    <Callout type="warning" title={words.panels.refused}>
      {reason}
    </Callout>
  );
}

/** A short mark: how something ended. */
export function Status({ kind, children }: { readonly kind: 'good' | 'bad' | 'plain'; readonly children: ReactNode }) {
  return (
    <span className="wb-status" data-kind={kind}>
      {children}
    </span>
  );
}

interface LogListProps {
  /** Absent until they are read. */
  readonly rows: readonly unknown[] | undefined;
  /** Why they could not be read. */
  readonly error?: string;
  /** The note of an empty log. */
  readonly none: string;
  readonly onClear?: () => void;
  readonly onReload?: () => void;
  /** The rows as they are drawn. */
  readonly children: ReactNode;
}

/** A log, with the buttons that clear it or read it again. */
export function LogList({ rows, error, none, onClear, onReload, children }: LogListProps) {
  return (
    <>
      {error && <Refused reason={error} />}
      <div className="wb-panel-row">
        {onClear && (
          <Button small disabled={!rows?.length} onClick={onClear}>
            {words.panels.clear}
          </Button>
        )}
        {onReload && (
          <Button small onClick={onReload}>
            {words.panels.reload}
          </Button>
        )}
      </div>
      {rows?.length === 0 && <p className="wb-panel-note">{none}</p>}
      {children}
    </>
  );
}
