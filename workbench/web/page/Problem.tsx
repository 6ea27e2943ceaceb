import { States, StatesAction, StatesActions, StatesIcon, StatesSubtitle, StatesTitle } from '@rocket.chat/fuselage';
import { words } from '../words';
import './problem.css';

/** What went wrong, in the middle of its place, with a way to try again. */
export function Problem({
  title,
  text,
  onRetry,
}: {
  readonly title: string;
  readonly text?: string;
  readonly onRetry?: () => void;
}) {
  return (
    <div className="wb-problem" role="alert">
      <States>
        <StatesIcon name="warning" variation="danger" />
        <StatesTitle>{title}</StatesTitle>
        {text && <StatesSubtitle>{text}</StatesSubtitle>}
        {onRetry && (
          <StatesActions>
            <StatesAction onClick={onRetry}>{words.connection.retry}</StatesAction>
          </StatesActions>
        )}
      </States>
    </div>
  );
}
