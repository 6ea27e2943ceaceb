import { States, StatesAction, StatesActions, StatesIcon, StatesSubtitle, StatesTitle } from '@rocket.chat/fuselage';
import type { ReactNode } from 'react';
import { words } from '../words';
import './problem.css';

/** What went wrong, in the middle of its place, with a way to try again. */
export function Problem({
  title,
  text,
  onRetry,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly onRetry?: () => void;
  /** What else helps. */
  readonly children?: ReactNode;
}) {
  return (
    <div className="wb-problem">
      <States role="alert">
        <StatesIcon name="warning" variation="danger" />
        <StatesTitle>{title}</StatesTitle>
        {text && <StatesSubtitle>{text}</StatesSubtitle>}
        {onRetry && (
          <StatesActions>
            <StatesAction onClick={onRetry}>{words.connection.retry}</StatesAction>
          </StatesActions>
        )}
      </States>
      {children}
    </div>
  );
}
