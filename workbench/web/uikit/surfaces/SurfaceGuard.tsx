import { Callout } from '@rocket.chat/fuselage';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { words } from '../../words';

type Props = { readonly children: ReactNode };
type State = { readonly broken: string | undefined };

/** Tells that blocks broke the drawing, where the client would lose the whole surface. */
export class SurfaceGuard extends Component<Props, State> {
  override state: State = { broken: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { broken: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    return this.state.broken === undefined ? (
      this.props.children
    ) : (
      <Callout type="danger" title={words.uikit.crashed} data-broken-surface>
        {this.state.broken}
      </Callout>
    );
  }
}
