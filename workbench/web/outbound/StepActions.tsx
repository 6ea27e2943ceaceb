import { Button, ButtonGroup } from '@rocket.chat/fuselage';
import { words } from '../words';

/** The way back and on from a step. */
export function StepActions({
  onBack,
  onNext,
  busy = false,
  isLast = false,
}: {
  readonly onBack?: (() => void) | undefined;
  readonly onNext: () => void;
  readonly busy?: boolean;
  readonly isLast?: boolean;
}) {
  return (
    <ButtonGroup align="end">
      {onBack && (
        <Button disabled={busy} onClick={onBack}>
          {words.outbound.back}
        </Button>
      )}
      <Button primary loading={busy} icon={isLast ? 'send' : undefined} onClick={onNext}>
        {isLast ? words.outbound.send : words.outbound.next}
      </Button>
    </ButtonGroup>
  );
}
