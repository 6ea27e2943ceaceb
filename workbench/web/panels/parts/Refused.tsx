import { Callout } from '@rocket.chat/fuselage';
import { words } from '../../words';

/** Why a page of a panel has nothing to show. */
export function Refused({ reason }: { readonly reason: string }) {
  return (
    <Callout type="warning" title={words.panels.refused}>
      {reason}
    </Callout>
  );
}
