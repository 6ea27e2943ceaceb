import { Callout } from '@rocket.chat/fuselage';
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
