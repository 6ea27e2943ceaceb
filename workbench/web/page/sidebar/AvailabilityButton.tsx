import { IconButton } from '@rocket.chat/fuselage';
import { words } from '../../words';
import { setAvailability } from '../../workspace/actions/setAvailability';
import { useWorkspace } from '../../workspace/useWorkspace';

/** Whether I take conversations. */
export function AvailabilityButton({ status }: { readonly status: string }) {
  const workspace = useWorkspace();
  const available = status === 'available';
  const label = available ? words.user.available : words.user.notAvailable;
  return (
    <IconButton
      small
      icon={available ? 'message' : 'message-disabled'}
      success={available}
      pressed={available}
      title={label}
      aria-label={label}
      data-availability={status}
      onClick={() => void setAvailability(workspace, available ? 'not-available' : 'available')}
    />
  );
}
